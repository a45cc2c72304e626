import type { Rejection } from './rejection.ts';

/** Preemption's word on a node that rejects a pod for good. */
export const HOPELESS = 'Preemption is not helpful for scheduling';
/** Preemption's word on a node that has no pod of lower priority. */
export const NO_VICTIMS = 'No preemption victims found for incoming pod';

/** What is known of a failed attempt. */
export interface Failure {
  readonly nodes: number;
  readonly reasons: readonly string[];
  /** What rejected the pod before any node was looked at; then no reason is counted. */
  readonly preFilter?: string;
  /** The word of preemption, where it was tried. */
  readonly postFilter?: string;
}

/** Reasons with their counts, sorted as plain text, the count included. */
function counted(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort()
    .join(', ');
}

/** The text of FailedScheduling. */
export function failureText({ nodes, reasons, preFilter, postFilter }: Failure): string {
  if (nodes === 0) return 'no nodes available to schedule pods';
  const why = preFilter ?? counted(reasons);
  return `0/${nodes} nodes are available:${why === '' ? '' : ` ${why}.`}${postFilter === undefined ? '' : ` ${postFilter}`}`;
}

/** What preemption says of the nodes: the reasons of each. */
export const preemptionText = (reasons: readonly (readonly string[])[]): string =>
  `preemption: ${failureText({ nodes: reasons.length, reasons: reasons.flat() })}`;

/** What preemption says when no pod is less important than the one that waits. */
export const noLowerPod = (rejections: readonly Rejection[]): string =>
  preemptionText(rejections.map(({ resolvable }) => [resolvable ? NO_VICTIMS : HOPELESS]));

/** The text when every node rejected a pod. Preemption says nothing when it found victims. */
export const fitError = (rejections: readonly Rejection[], preFilter?: string, postFilter?: string): string =>
  failureText({
    nodes: rejections.length,
    ...(preFilter === undefined ? {} : { preFilter }),
    reasons: rejections.flatMap((one) => one.reasons),
    ...(postFilter === undefined ? {} : { postFilter }),
  });
