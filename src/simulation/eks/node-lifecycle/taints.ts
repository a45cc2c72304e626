import type { Condition, KubeNode, Pod, Taint, Toleration } from '../objects.ts';
import { conditionOf, withCondition } from '../objects.ts';
import { tolerates } from '../scheduler/tolerations.ts';

export const UNREACHABLE = 'node.kubernetes.io/unreachable';
export const NOT_READY_TAINT = 'node.kubernetes.io/not-ready';

/** Whether a taint says that its node is not ready or does not answer. */
export const isAboutReady = ({ key }: Taint): boolean => key === UNREACHABLE || key === NOT_READY_TAINT;

const NEVER_UPDATED = { reason: 'NodeStatusNeverUpdated', message: 'Kubelet never posted node status.' };
const UNKNOWN = { reason: 'NodeStatusUnknown', message: 'Kubelet stopped posting node status.' };

/** The conditions of a node that nobody hears from, those that were never told included. */
export function unknownConditions(conditions: readonly Condition[] | undefined, now: string): readonly Condition[] {
  const types = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'];
  return types.reduce<readonly Condition[]>((list, type) => {
    const why = conditionOf(conditions, type) === undefined ? NEVER_UPDATED : UNKNOWN;
    return withCondition(list, { type, status: 'Unknown', ...why }, now);
  }, conditions ?? []);
}

/** The taints of a node with those that say that it does not answer. */
export const withUnreachable = ({ spec }: KubeNode, now: string): readonly Taint[] => [
  ...withoutUnreachable(spec.taints),
  { key: UNREACHABLE, effect: 'NoSchedule', timeAdded: now },
  { key: UNREACHABLE, effect: 'NoExecute', timeAdded: now },
];

/** The taints without those that say so, or that the node is not ready. */
export const withoutUnreachable = (taints: readonly Taint[] | undefined): readonly Taint[] =>
  (taints ?? []).filter((taint) => !isAboutReady(taint));

/**
 * In how many seconds a pod leaves a node with these taints: the least of its tolerations. 0 is at once,
 * undefined is never.
 */
export function minTolerationTime({ spec }: Pod, taints: readonly Taint[]): number | undefined {
  const evicting = taints.filter(({ effect }) => effect === 'NoExecute');
  if (evicting.length === 0) return undefined;
  const { tolerations = [] } = spec;
  const used = evicting.map((taint) => tolerations.find((toleration) => tolerates(toleration, taint)));
  return used.every((one) => one !== undefined) ? leastSeconds(used) : 0;
}

/** The seconds that the shortest of the tolerations lasts; undefined when all last for ever, 0 when there is none. */
export function leastSeconds(tolerations: readonly Pick<Toleration, 'tolerationSeconds'>[]): number | undefined {
  if (tolerations.length === 0) return 0;
  const seconds = tolerations.flatMap(({ tolerationSeconds }) => (tolerationSeconds === undefined ? [] : [Math.max(0, tolerationSeconds)]));
  return seconds.length === 0 ? undefined : Math.min(...seconds);
}

/**
 * When a pod has to leave its node, in milliseconds. An eviction that was planned before stays as it was planned, however
 * long the pod would tolerate its taints by now; one that nothing asks for any more is cancelled.
 */
export function evictionTime(pod: Pod, taints: readonly Taint[], now: number, planned?: number): number | undefined {
  const seconds = minTolerationTime(pod, taints);
  if (seconds === undefined || seconds === 0) return seconds === undefined ? undefined : now;
  return planned ?? now + seconds * 1000;
}

const SCHEDULING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Ready: { False: NOT_READY_TAINT, Unknown: UNREACHABLE },
  MemoryPressure: { True: 'node.kubernetes.io/memory-pressure' },
  DiskPressure: { True: 'node.kubernetes.io/disk-pressure' },
  NetworkUnavailable: { True: 'node.kubernetes.io/network-unavailable' },
  PIDPressure: { True: 'node.kubernetes.io/pid-pressure' },
};

/** The taints that keep new pods off a node with these conditions. */
export const taintsByCondition = (conditions: readonly Condition[]): readonly Taint[] =>
  conditions.flatMap(({ type, status }) => {
    const key = SCHEDULING[type]?.[status];
    return key === undefined ? [] : [{ key, effect: 'NoSchedule' }];
  });

/** The taint that sends the pods of a node away, if its condition Ready asks for one. */
export function evictingTaint(conditions: readonly Condition[]): Taint | undefined {
  const key = SCHEDULING['Ready']?.[conditionOf(conditions, 'Ready')?.status ?? ''];
  return key === undefined ? undefined : { key, effect: 'NoExecute' };
}
