import { maxUnavailable, minAvailable, resolveFenceposts } from '../../simulation/eks/deployment/fenceposts.ts';
import { DESIRED, MAX, replicaSetFraction, scale } from '../../simulation/eks/deployment/proportional-scale.ts';
import { historyToDelete, REVISION } from '../../simulation/eks/deployment/revision.ts';
import type { Scaling } from '../../simulation/eks/deployment/rolling-update.ts';
import {
  cleanupUnhealthyReplicas,
  newRSNewReplicas,
  reconcileNewReplicaSet,
  reconcileOldReplicaSets,
  scaleDownOldReplicaSetsForRollingUpdate,
} from '../../simulation/eks/deployment/rolling-update.ts';
import { deadlineOf, deploymentComplete, deploymentProgressing } from '../../simulation/eks/deployment/status.ts';
import { equalIgnoreHash, findNewReplicaSet } from '../../simulation/eks/deployment/template.ts';
import type { Condition, Deployment, DeploymentStatus, PodTemplate, ReplicaSet } from '../../simulation/eks/objects.ts';
import type { Answer, Row } from './table.ts';
import { givenAs } from './table.ts';

/** The numbers and words that the rows of both tables give; each kind of row has some of them. */
interface Given {
  readonly [field: string]: unknown;
  readonly deploymentReplicas: number;
  readonly maxSurge: number | string | null;
  readonly maxUnavailable: number | string | null;
}

const template = (letter: string): PodTemplate => ({ spec: { containers: [{ name: 'main', image: letter }] } });

function deployment(replicas: number, { maxSurge, maxUnavailable: spared, strategy }: Partial<Given>): Deployment {
  const rollingUpdate = { ...(maxSurge == null ? {} : { maxSurge }), ...(spared == null ? {} : { maxUnavailable: spared }) };
  return {
    metadata: { name: 'foo' },
    spec: {
      replicas,
      selector: { matchLabels: {} },
      strategy: { type: typeof strategy === 'string' ? strategy : 'RollingUpdate', rollingUpdate },
      template: template('new'),
    },
  };
}

interface SetPlan {
  readonly name: string;
  readonly replicas?: number;
  readonly available?: number;
  readonly createdAt?: string | undefined;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly template?: PodTemplate;
}

const replicaSet = ({
  name,
  replicas = 0,
  available = 0,
  createdAt,
  annotations = {},
  template: made = template('old'),
}: SetPlan): ReplicaSet => ({
  metadata: { name, annotations, ...(createdAt === undefined ? {} : { creationTimestamp: createdAt }) },
  spec: { replicas, template: made },
  status: { replicas, availableReplicas: available },
});

const second = (value: unknown): string | undefined => (typeof value === 'number' ? new Date(value * 1000).toISOString() : undefined);

const sizeOf = (scalings: readonly Scaling[], before: number): number => scalings.at(-1)?.to ?? before;

const scaled = (scalings: readonly Scaling[], field: string, before: number) =>
  scalings.length === 0 ? { scaled: false } : { scaled: true, [field]: sizeOf(scalings, before) };

const answers: Readonly<Record<string, (given: Given) => Readonly<Record<string, unknown>>>> = {
  'reconcile-new': (given) => {
    const plan = deployment(given.deploymentReplicas, given);
    const [old, fresh] = [
      replicaSet({ name: 'old', replicas: Number(given['oldReplicas']) }),
      replicaSet({ name: 'new', replicas: Number(given['newReplicas']) }),
    ];
    const change = reconcileNewReplicaSet(plan, [old, fresh], fresh);
    return scaled(change === undefined ? [] : [change], 'newReplicas', fresh.spec.replicas);
  },
  'reconcile-old': (given) => {
    const plan = deployment(given.deploymentReplicas, given);
    const old = replicaSet({ name: 'old', replicas: Number(given['oldReplicas']), available: Number(given['oldAvailable']) });
    const fresh = replicaSet({ name: 'new', replicas: Number(given['newReplicas']), available: Number(given['newAvailable']) });
    return scaled(reconcileOldReplicaSets(plan, [old], fresh), 'oldReplicas', old.spec.replicas);
  },
  'cleanup-unhealthy': (given) => {
    const old = replicaSet({ name: 'old', replicas: Number(given['oldReplicas']), available: Number(given['oldAvailable']) });
    return { cleaned: old.spec.replicas - sizeOf(cleanupUnhealthyReplicas([old], Number(given['maxCleanup'])), old.spec.replicas) };
  },
  'scale-down-old': (given) => {
    const old = replicaSet({ name: 'old', replicas: Number(given['oldReplicas']), available: Number(given['oldAvailable']) });
    const plan = deployment(given.deploymentReplicas, given);
    return scaled(scaleDownOldReplicaSetsForRollingUpdate(plan, [old], undefined), 'oldReplicas', old.spec.replicas);
  },
  'proportional-scale': (given) => {
    const rows = given['replicaSets'] as readonly {
      readonly name: string;
      readonly role: string;
      readonly replicas: number;
      readonly createdAt: string;
      readonly desiredReplicasAnnotation: string;
      readonly maxReplicasAnnotation: string;
    }[];
    const sets = rows.map((row) => ({
      role: row.role,
      set: replicaSet({ ...row, annotations: { [DESIRED]: row.desiredReplicasAnnotation, [MAX]: row.maxReplicasAnnotation } }),
    }));
    const old = sets.filter(({ role }) => role === 'old').map(({ set }) => set);
    const scalings = scale(deployment(given.deploymentReplicas, given), sets.find(({ role }) => role === 'new')?.set, old);
    const size = ({ metadata, spec }: ReplicaSet) =>
      scalings.find((one) => one.replicaSet.metadata.name === metadata.name)?.to ?? spec.replicas;
    return { replicas: Object.fromEntries(sets.map(({ set }) => [set.metadata.name, size(set)])) };
  },
  'history-cleanup': (given) => ({ deletions: deletedFrom(given).length }),
  'history-cleanup-order': (given) => ({ deleted: deletedFrom(given) }),
  'resolve-fenceposts': (given) => {
    try {
      return {
        ...resolveFenceposts(given.maxSurge ?? undefined, given.maxUnavailable ?? undefined, Number(given['desiredReplicas'])),
        error: false,
      };
    } catch {
      return { surge: 0, unavailable: 0, error: true };
    }
  },
  'new-rs-new-replicas': (given) => {
    const size = Number(given['newReplicaSetReplicas']);
    const all = [replicaSet({ name: 'all', replicas: Number(given['totalReplicaSetReplicas']) })];
    return { newReplicas: newRSNewReplicas(deployment(given.deploymentReplicas, { ...given, maxUnavailable: 1 }), all, size) };
  },
  'max-unavailable': (given) => ({ pods: maxUnavailable(deployment(Number(given['replicas']), given)) }),
  'min-available': (given) => ({ pods: minAvailable(deployment(Number(given['replicas']), given)) }),
  complete: (given) => ({
    complete: deploymentComplete(deployment(Number(given['desiredReplicas']), given), givenAs<DeploymentStatus>(given)),
  }),
  progressing: (given) => ({ progressing: deploymentProgressing(given['before'] as DeploymentStatus, given['after'] as DeploymentStatus) }),
  'timed-out': (given) => {
    const { progressDeadlineSeconds, nowSecond } = givenAs<{
      readonly progressDeadlineSeconds: number | null;
      readonly nowSecond: number | null;
    }>(given);
    const { lastUpdateSecond, ...condition } = given['condition'] as Condition & { readonly lastUpdateSecond: number | null };
    const plan = deployment(1, {});
    const seconds = progressDeadlineSeconds ?? NO_DEADLINE;
    const updated = second(lastUpdateSecond);
    const deadline = deadlineOf(
      { ...plan, spec: { ...plan.spec, progressDeadlineSeconds: seconds } },
      updated === undefined ? condition : { ...condition, lastUpdateTime: updated },
    );
    return { timedOut: condition.reason === 'ProgressDeadlineExceeded' || (deadline !== undefined && (nowSecond ?? 0) * 1000 > deadline) };
  },
  'replica-set-fraction': (given) => {
    const max = given['maxReplicasAnnotation'];
    const set = replicaSet({
      name: 'set',
      replicas: Number(given['replicaSetReplicas']),
      annotations: typeof max === 'string' ? { [MAX]: max } : {},
    });
    const plan = {
      ...deployment(given.deploymentReplicas, { ...given, maxUnavailable: 1 }),
      status: { replicas: Number(given['deploymentStatusReplicas']) },
    };
    return { change: replicaSetFraction(set, plan) };
  },
  'find-new-replica-set': (given) => ({ newReplicaSet: newest(given)?.metadata.name ?? null }),
  'find-old-replica-sets': (given) => {
    const old = setsOf(given).filter(({ metadata }) => metadata.name !== newest(given)?.metadata.name);
    const names = (sets: readonly ReplicaSet[]) => sets.map(({ metadata }) => metadata.name);
    return { oldReplicaSets: names(old), oldReplicaSetsWithPods: names(old.filter(({ spec }) => spec.replicas > 0)) };
  },
  'same-template': (given) => ({ equal: equalIgnoreHash(templateOf(given['former']), templateOf(given['latter'])) }),
};

const NO_DEADLINE = 2147483647;

const setsOf = (given: Given): readonly ReplicaSet[] =>
  (
    given['replicaSets'] as readonly {
      readonly name: string;
      readonly template: string;
      readonly replicas: number;
      readonly createdAtSecond: number | null;
    }[]
  ).map(({ createdAtSecond, template: letter, ...row }) =>
    replicaSet({ ...row, createdAt: second(createdAtSecond), template: template(letter) }),
  );

const newest = (given: Given): ReplicaSet | undefined => findNewReplicaSet(template(String(given['deploymentTemplate'])), setsOf(given));

function templateOf(row: unknown): PodTemplate {
  const { nodeName, ...metadata } = givenAs<{ readonly nodeName: string; readonly labels: Readonly<Record<string, string>> }>(row);
  return { metadata, spec: { nodeName, containers: [] } };
}

function deletedFrom(given: Given): readonly string[] {
  const rows = given['oldReplicaSets'] as readonly {
    readonly name: string;
    readonly specReplicas: number;
    readonly statusReplicas: number;
    readonly deleting?: boolean;
    readonly revision?: string | null;
    readonly createdAtSecond?: number;
  }[];
  const sets = rows.map(({ name, specReplicas, statusReplicas, deleting, revision, createdAtSecond }) => {
    const set = replicaSet({
      name,
      replicas: specReplicas,
      createdAt: second(createdAtSecond),
      annotations: revision == null ? {} : { [REVISION]: revision },
    });
    const metadata = deleting === true ? { ...set.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } : set.metadata;
    return { ...set, metadata, status: { replicas: statusReplicas } };
  });
  return historyToDelete(sets, Number(given['revisionHistoryLimit'])).map(({ metadata }) => metadata.name);
}

/** What our Deployment controller makes of a row of `deployment-rounding` or `deployment-rolling`. */
export const answerDeployment: Answer = ({ kind = '', given }: Row) => {
  const answer = answers[kind];
  if (answer === undefined) throw new Error(`Rows of kind ${kind} have no answer yet.`);
  return answer(givenAs<Given>(given));
};
