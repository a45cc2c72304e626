import type { BudgetSpec } from '../../simulation/eks/disruption/budget.ts';
import { budgetStatus, disruptionAllowed, isStaleTarget } from '../../simulation/eks/disruption/budget.ts';
import { afterEviction, evict, onConflict, wrongName } from '../../simulation/eks/disruption/eviction.ts';
import type { Labels } from '../../simulation/eks/label-selector.ts';
import type { Pod } from '../../simulation/eks/objects.ts';
import { podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface Group {
  readonly controllerKind: string | null;
  readonly controllerReplicas: number | null;
  readonly healthyPods: number;
  readonly unhealthyPods: number;
}

const NOW = Date.UTC(2026, 0, 1);

const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

const pod = (name: string, ready: string | null, deleting = false): Pod =>
  podOf({
    metadata: { name, ...(deleting ? { deletionTimestamp: ago(0) } : {}) },
    status: { conditions: ready === null ? [] : [{ type: 'Ready', status: ready }] },
  });

const podsOf = ({ healthyPods, unhealthyPods }: Group): readonly Pod[] => [
  ...Array.from({ length: healthyPods }, (_, index) => pod(`healthy-${index}`, 'True')),
  ...Array.from({ length: unhealthyPods }, (_, index) => pod(`unhealthy-${index}`, 'False')),
];

const answers: Readonly<Record<string, (given: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>>> = {
  'pdb-status': (row) => {
    const { groups, ...spec } = givenAs<BudgetSpec & { readonly groups: readonly Group[] }>(row);
    const asksForScale = typeof (spec.maxUnavailable ?? spec.minAvailable) === 'string' || spec.maxUnavailable !== undefined;
    if (asksForScale && groups.some(({ controllerKind }) => controllerKind === 'unsupported')) {
      return { disruptionsAllowed: 0, event: 'CalculateExpectedPodCountFailed' };
    }
    const scale = groups.reduce((sum, { controllerReplicas }) => sum + (controllerReplicas ?? 0), 0);
    return { ...budgetStatus(spec, groups.flatMap(podsOf), scale, NOW) };
  },
  'disrupted-pods': (row) => {
    const { minAvailable, disruptedPods, pods } = givenAs<{
      readonly minAvailable: number;
      readonly disruptedPods: readonly { readonly name: string; readonly secondsAgo: number }[];
      readonly pods: readonly { readonly name: string; readonly deleting: boolean }[];
    }>(row);
    const approved = Object.fromEntries(disruptedPods.map(({ name, secondsAgo }) => [name, ago(secondsAgo)]));
    const all = pods.map(({ name, deleting }) => pod(name, 'True', deleting));
    const status = budgetStatus({ minAvailable }, all, 0, NOW, approved);
    return { ...status, disruptedPodsLeft: Object.keys(status.disruptedPods ?? {}) };
  },
  'invalid-selector': (row) => ({ ...budgetStatus(row, [], 0, NOW) }),
  'stale-disruption-condition': (row) => {
    const { condition, secondsAgo, deleting } = givenAs<{
      readonly condition: string | null;
      readonly secondsAgo: number;
      readonly deleting: boolean;
    }>(row);
    if (condition === null) return { conditionStatus: null };
    const marked = podOf({
      ...pod('p', null, deleting),
      status: { conditions: [{ type: condition, status: 'True', lastTransitionTime: ago(secondsAgo) }] },
    });
    return { conditionStatus: isStaleTarget(marked, NOW) ? 'False' : 'True' };
  },
  eviction: (row) => {
    const given = givenAs<{
      readonly pod: {
        readonly phase: string | null;
        readonly labels: Labels;
        readonly deleting: boolean;
        readonly readyCondition: string | null;
      };
      readonly budget: {
        readonly name: string;
        readonly matchLabels: Labels;
        readonly disruptionsAllowed: number;
        readonly currentHealthy: number;
        readonly desiredHealthy: number;
      };
      readonly unhealthyPodEvictionPolicies: readonly (string | null)[];
      readonly nameInUrlMatches?: boolean;
      readonly conflictOnDelete?: boolean;
    }>(row);
    if (given.nameInUrlMatches === false) return { ...wrongName };
    const { metadata, spec, status } = pod('p', given.pod.readyCondition, given.pod.deleting);
    const target: Pod = {
      metadata: { ...metadata, labels: given.pod.labels },
      spec,
      status: { ...status, phase: given.pod.phase ?? 'Pending' },
    };
    const { name, matchLabels, ...counts } = given.budget;
    const replies = given.unhealthyPodEvictionPolicies.map((policy) => {
      const selector = { selector: { matchLabels }, ...(policy === null ? {} : { unhealthyPodEvictionPolicy: policy }) };
      const budgets = [{ metadata: { name }, spec: selector, status: { ...counts, expectedPods: 0 } }];
      const reply = evict(target, budgets);
      return given.conflictOnDelete === true ? onConflict(reply, budgets) : reply;
    });
    const [first] = replies;
    const agree = replies.every((reply) => JSON.stringify({ ...reply, uses: 0 }) === JSON.stringify({ ...first, uses: 0 }));
    return agree && first !== undefined ? { ...first } : { replies };
  },
  'eviction-budget-update': (row) => {
    const { disruptionsAllowed } = givenAs<{ readonly disruptionsAllowed: number }>(row);
    const after = afterEviction({ disruptionsAllowed, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 });
    return { disruptionsAllowed: after.disruptionsAllowed, conditionReason: disruptionAllowed(after).reason };
  },
};

/** What our disruption controller and eviction API make of a row of `disruption`. */
export const answerDisruption: Answer = ({ kind = '', given }) => {
  const answer = answers[kind];
  if (answer === undefined) throw new Error(`Rows of kind ${kind} have no answer yet.`);
  return answer(given);
};
