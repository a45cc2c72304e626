import type { Pod } from '../objects.ts';
import { isReady } from '../objects.ts';
import { phases, readySince, restarts } from '../replica-set/pods-to-delete.ts';
import { completionIndexOf } from './completion-index.ts';
import type { JobSpec } from './job.ts';

const youngerFirst = (a: string | undefined, b: string | undefined): number =>
  a === b ? 0 : a === undefined ? -1 : b === undefined ? 1 : Date.parse(b) - Date.parse(a);

/** Each question decides where the ones before it do not: the pod that has got less far goes first. */
const questions: readonly ((a: Pod, b: Pod) => number)[] = [
  (a, b) => Number(Boolean(a.spec.nodeName)) - Number(Boolean(b.spec.nodeName)),
  (a, b) => (phases[a.status?.phase ?? ''] ?? 0) - (phases[b.status?.phase ?? ''] ?? 0),
  (a, b) => Number(isReady(a)) - Number(isReady(b)),
  (a, b) => (isReady(a) && isReady(b) ? youngerFirst(readySince(a), readySince(b)) : 0),
  (a, b) => restarts(b) - restarts(a),
  (a, b) => youngerFirst(a.metadata.creationTimestamp, b.metadata.creationTimestamp),
];

const activePods = (a: Pod, b: Pod): number => questions.map((question) => question(a, b)).find((answer) => answer !== 0) ?? 0;

/** Pods of an Indexed Job without an index of it, and all but the furthest of those that share one. */
function superfluous(pods: readonly Pod[], completions: number): readonly Pod[] {
  const byIndex = Map.groupBy(pods, (pod) => completionIndexOf(pod, completions));
  return [...byIndex].flatMap(([index, same]) => (index === undefined ? same : same.toSorted(activePods).slice(0, -1)));
}

/** Which active pods of a Job go when at least so many are too much. */
export function activePodsForRemoval({ completionMode, completions = 0 }: JobSpec, pods: readonly Pod[], atLeast: number): readonly Pod[] {
  const first = completionMode === 'Indexed' ? superfluous(pods, completions) : [];
  const left = pods.filter((pod) => !first.includes(pod)).toSorted(activePods);
  return [...first, ...left.slice(0, Math.max(0, atLeast - first.length))];
}
