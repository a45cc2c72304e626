import type { Rejection } from './node-fit.ts';

const HOPELESS = 'Preemption is not helpful for scheduling';
const NO_VICTIMS = 'No preemption victims found for incoming pod';

/** Reasons with their counts, sorted as plain text, the count included. */
function counted(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort()
    .join(', ');
}

/** The text of FailedScheduling. All pods here have the same priority, so preemption never finds a victim. */
export function fitError(rejections: readonly Rejection[]): string {
  const total = rejections.length;
  if (total === 0) return 'no nodes available to schedule pods';
  const reasons = counted(rejections.flatMap((one) => one.reasons));
  const preemption = counted(rejections.map(({ resolvable }) => (resolvable ? NO_VICTIMS : HOPELESS)));
  return `0/${total} nodes are available: ${reasons}. preemption: 0/${total} nodes are available: ${preemption}.`;
}
