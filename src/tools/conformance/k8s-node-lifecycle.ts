import { EVICTION, evictionWords } from '../../simulation/eks/node-lifecycle/events.ts';
import {
  evictingTaint,
  evictionTime,
  leastSeconds,
  taintsByCondition,
  unknownConditions,
} from '../../simulation/eks/node-lifecycle/taints.ts';
import { isSilent, zoneState } from '../../simulation/eks/node-lifecycle/zone-state.ts';
import type { Condition, Pod, Taint } from '../../simulation/eks/objects.ts';
import { nodeOf, podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface TolerationRow {
  readonly key: string;
  readonly value?: string;
  readonly operator?: string;
  readonly effect?: string;
  readonly tolerationSeconds: number | null;
}

interface PodRow {
  readonly name?: string;
  readonly scheduled?: boolean;
  readonly tolerations: readonly TolerationRow[];
}

/** So long the tests look on, in milliseconds. */
const LOOKED_ON = 2_000;

const podFrom = ({ name = 'p', tolerations }: PodRow): Pod =>
  podOf({
    metadata: { name },
    spec: {
      tolerations: tolerations.map(({ tolerationSeconds, ...rest }) =>
        tolerationSeconds === null ? rest : { ...rest, tolerationSeconds },
      ),
    },
  });

const taintsFrom = (texts: readonly string[]): readonly Taint[] =>
  texts.map((text) => {
    const [key = '', value = ''] = text.split('=');
    return { key, value, effect: 'NoExecute' };
  });

/** When a pod is to go, if it is on a node at all. */
const planOf = (pod: PodRow, taints: readonly string[], planned?: number): number | undefined =>
  pod.scheduled === false ? undefined : evictionTime(podFrom(pod), taintsFrom(taints), 0, planned);

const evicted = (plan: number | undefined, within: number): Readonly<Record<string, boolean>> => {
  const isGone = plan !== undefined && plan <= within;
  return { evicted: isGone, marked: isGone };
};

const ready = (status: string | null): readonly Condition[] => (status === null ? [] : [{ type: 'Ready', status }]);

interface ZoneRow {
  readonly zone: string;
  readonly ready: string | null;
  readonly readyLater: string | null;
  readonly excluded: boolean;
}

function statesOf(nodes: readonly ZoneRow[], readyOf: (node: ZoneRow) => string | null): Readonly<Record<string, string>> {
  const nodeFrom = (node: ZoneRow) =>
    nodeOf({
      metadata: { labels: node.excluded ? { 'node.kubernetes.io/exclude-disruption': '' } : {} },
      status: { conditions: ready(readyOf(node)) },
    });
  return Object.fromEntries([...Map.groupBy(nodes, ({ zone }) => zone)].map(([zone, own]) => [zone, zoneState(own.map(nodeFrom))]));
}

interface Given {
  readonly pod: PodRow;
  readonly before: PodRow;
  readonly after: PodRow;
  readonly pods: readonly PodRow[];
  readonly tolerations: readonly TolerationRow[];
  readonly nodeTaints: readonly string[];
  readonly taintsBefore: readonly string[];
  readonly taintsAfter: readonly string[];
  readonly taints: readonly (readonly string[])[];
  readonly tolerationSeconds: readonly (number | null)[];
  readonly happened: string;
  readonly nodes: readonly ZoneRow[];
  readonly createdSecondsAgo: number;
  readonly heartbeatSecondsAgo: number | null;
  readonly conditions: Readonly<Record<string, string>>;
  readonly ready: string | null;
}

const answers: Readonly<Record<string, (given: Given) => Readonly<Record<string, unknown>>>> = {
  'pod-on-node': ({ pod, nodeTaints }) => evicted(planOf(pod, nodeTaints), 0),
  'pod-update': ({ before, after, nodeTaints }) => evicted(planOf(after, nodeTaints, planOf(before, nodeTaints)), LOOKED_ON),
  'node-update': ({ tolerations, taintsBefore, taintsAfter }) => {
    const plan = planOf({ tolerations }, taintsAfter, planOf({ tolerations }, taintsBefore));
    return { ...evicted(plan, LOOKED_ON), ...(plan === undefined ? {} : { afterSeconds: plan / 1000 }) };
  },
  'node-update-many': ({ pods, taintsAfter }) => ({
    evictions: Object.fromEntries(
      pods.flatMap((pod) => {
        const plan = planOf(pod, taintsAfter);
        return plan === undefined ? [] : [[pod.name, plan / 1000]];
      }),
    ),
  }),
  'eviction-queued': ({ tolerations, taints }) => {
    const plans: (number | undefined)[] = [];
    for (const set of taints) plans.push(planOf({ tolerations }, set, plans.at(-1)));
    return { queued: plans.map((plan) => plan !== undefined && plan > 0), deleted: plans.includes(0) };
  },
  'min-toleration': ({ tolerationSeconds }) => ({
    seconds: leastSeconds(tolerationSeconds.map((seconds) => (seconds === null ? {} : { tolerationSeconds: seconds }))) ?? -1,
  }),
  'eviction-event': ({ happened }) => {
    const words = /cancel|no longer|off/.test(happened) ? evictionWords.cancelled : evictionWords.marked;
    return { reason: EVICTION, type: 'Normal', message: words({ name: 'test', namespace: 'test' }) };
  },
  'zone-state': ({ nodes }) => ({ before: statesOf(nodes, (node) => node.ready), after: statesOf(nodes, (node) => node.readyLater) }),
  'node-status': ({ createdSecondsAgo, ready: status, heartbeatSecondsAgo }) => {
    const sinceHeartbeat = heartbeatSecondsAgo === null ? undefined : heartbeatSecondsAgo * 1000;
    if (!isSilent(createdSecondsAgo * 1000, sinceHeartbeat)) return { updated: false };
    return { updated: true, conditions: unknownConditions(ready(status), ''), podsMarkedNotReady: status === 'True' };
  },
  'taint-by-condition': ({ conditions }) => ({
    taints: taintsByCondition(Object.entries(conditions).map(([type, status]) => ({ type, status }))),
  }),
  'evict-taint': ({ ready: status }) => ({ taint: evictingTaint(ready(status)) ?? null }),
};

/** What our node lifecycle controller makes of a row of `node-lifecycle`. */
export const answerNodeLifecycle: Answer = ({ kind = '', given }) => {
  const answer = answers[kind];
  if (answer === undefined) throw new Error(`Rows of kind ${kind} have no answer yet.`);
  return answer(givenAs<Given>(given));
};
