import type { Condition, KubeNode, Pod, Taint } from '../objects.ts';
import { withCondition } from '../objects.ts';
import { tolerates } from '../scheduler/tolerations.ts';

export const UNREACHABLE = 'node.kubernetes.io/unreachable';

/** The conditions of a node that nobody hears from. */
export function unknownConditions(conditions: readonly Condition[] | undefined, now: string): readonly Condition[] {
  const types = ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'Ready'];
  return types.reduce<readonly Condition[]>(
    (list, type) =>
      withCondition(list, { type, status: 'Unknown', reason: 'NodeStatusUnknown', message: 'Kubelet stopped posting node status.' }, now),
    conditions ?? [],
  );
}

/** The taints of a node with those that say that it does not answer. */
export const withUnreachable = ({ spec }: KubeNode, now: string): readonly Taint[] => [
  ...withoutUnreachable(spec.taints),
  { key: UNREACHABLE, effect: 'NoSchedule', timeAdded: now },
  { key: UNREACHABLE, effect: 'NoExecute', timeAdded: now },
];

/** The taints without those. */
export const withoutUnreachable = (taints: readonly Taint[] | undefined): readonly Taint[] =>
  (taints ?? []).filter(({ key }) => key !== UNREACHABLE);

/**
 * In how many seconds a pod leaves a node with these taints: the least of its tolerations. 0 is at once,
 * undefined is never.
 */
export function minTolerationTime({ spec }: Pod, taints: readonly Taint[]): number | undefined {
  const evicting = taints.filter(({ effect }) => effect === 'NoExecute');
  if (evicting.length === 0) return undefined;
  const { tolerations = [] } = spec;
  const used = evicting.map((taint) => tolerations.find((toleration) => tolerates(toleration, taint)));
  if (used.includes(undefined)) return 0;
  const seconds = used.flatMap((one) => (one?.tolerationSeconds === undefined ? [] : [Math.max(0, one.tolerationSeconds)]));
  return seconds.length === 0 ? undefined : Math.min(...seconds);
}
