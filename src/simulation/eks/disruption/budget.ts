import type { IntOrPercent } from '../int-or-percent.ts';
import { scaledValue } from '../int-or-percent.ts';
import type { LabelSelector } from '../label-selector.ts';
import { refusalOf } from '../label-selector.ts';
import { isLabelKey, isLabelValue } from '../label-syntax.ts';
import type { Condition, Pod } from '../objects.ts';
import { conditionOf, isReady } from '../objects.ts';

/** How long an approved eviction, or a pod marked for disruption, may wait for the deletion to begin. */
export const DELETION_TIMEOUT = 120_000;

/** `spec` of a PodDisruptionBudget. */
export type BudgetSpec = {
  readonly minAvailable?: IntOrPercent;
  readonly maxUnavailable?: IntOrPercent;
  readonly selector?: LabelSelector;
  readonly unhealthyPodEvictionPolicy?: string;
};

/** The counts in the status of a PodDisruptionBudget. */
export type BudgetStatus = {
  readonly disruptionsAllowed: number;
  readonly currentHealthy: number;
  readonly desiredHealthy: number;
  readonly expectedPods: number;
  /** Approved evictions whose pods are still there, with the time of each. */
  readonly disruptedPods?: Readonly<Record<string, string>>;
};

const nothing: BudgetStatus = { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 };

/** Whether the API can make anything of a selector. */
const isValid = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean =>
  Object.entries(matchLabels).every(([key, value]) => isLabelKey(key) && isLabelValue(value)) &&
  matchExpressions.every((one) => isLabelKey(one.key) && refusalOf(one) === undefined);

/** The evictions that still count: their pods are there, are not being deleted, and the approval is recent. */
function pending(approved: Readonly<Record<string, string>>, pods: readonly Pod[], now: number): Readonly<Record<string, string>> {
  const waiting = new Set(pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined).map(({ metadata }) => metadata.name));
  return Object.fromEntries(Object.entries(approved).filter(([name, at]) => waiting.has(name) && Date.parse(at) + DELETION_TIMEOUT > now));
}

/** How many pods there should be, and how many of them healthy. A whole minAvailable does not ask for the owners' scales. */
function expected(
  { minAvailable, maxUnavailable }: BudgetSpec,
  pods: number,
  scale: number,
): readonly [expectedPods: number, desired: number] {
  if (maxUnavailable !== undefined) return [scale, Math.max(0, scale - scaledValue(maxUnavailable, scale, 'up'))];
  if (typeof minAvailable === 'number') return [pods, minAvailable];
  return [scale, scaledValue(minAvailable ?? 0, scale, 'up')];
}

/**
 * The status that the disruption controller works out for the pods that a budget selects. `scale` is the sum of the
 * scales of their owners; pods without an owner add nothing to it.
 */
export function budgetStatus(
  spec: BudgetSpec,
  pods: readonly Pod[],
  scale: number,
  now: number,
  approved: Readonly<Record<string, string>> = {},
): BudgetStatus {
  if (!isValid(spec.selector ?? {})) return nothing;
  const disruptedPods = pending(approved, pods, now);
  const [expectedPods, desiredHealthy] = expected(spec, pods.length, scale);
  const currentHealthy = pods.filter(
    (pod) => pod.metadata.deletionTimestamp === undefined && disruptedPods[pod.metadata.name] === undefined && isReady(pod),
  ).length;
  const disruptionsAllowed = expectedPods <= 0 ? 0 : Math.max(0, currentHealthy - desiredHealthy);
  return { disruptionsAllowed, currentHealthy, desiredHealthy, expectedPods, disruptedPods };
}

/** The condition DisruptionAllowed that goes with a status. */
export const disruptionAllowed = ({ disruptionsAllowed }: Pick<BudgetStatus, 'disruptionsAllowed'>): Condition => {
  const isAllowed = disruptionsAllowed > 0;
  return { type: 'DisruptionAllowed', status: isAllowed ? 'True' : 'False', reason: isAllowed ? 'SufficientPods' : 'InsufficientPods' };
};

/** Whether the mark DisruptionTarget of a pod is stale: it was set, and the deletion did not begin in time. */
export function isStaleTarget({ metadata, status }: Pod, now: number): boolean {
  const target = conditionOf(status?.conditions, 'DisruptionTarget');
  return (
    target?.status === 'True' &&
    metadata.deletionTimestamp === undefined &&
    Date.parse(target.lastTransitionTime ?? '') + DELETION_TIMEOUT <= now
  );
}
