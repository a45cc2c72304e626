import type { Pod } from '../objects.ts';
import type { JobSpec } from './job.ts';

/** The annotation that gives a pod its completion index. */
export const COMPLETION_INDEX = 'batch.kubernetes.io/job-completion-index';

/** The completion index of a pod; undefined when it has none, or one that the Job does not ask for. */
export function completionIndexOf({ metadata }: Pod, completions: number): number | undefined {
  const text = metadata.annotations?.[COMPLETION_INDEX] ?? '';
  return /^\+?\d+$/.test(text) && Number(text) < completions ? Number(text) : undefined;
}

/** Whether a pod counts for a Job: in an Indexed one only a pod with one of its indexes does. */
export const isCounted = ({ completionMode, completions = 0 }: JobSpec, pod: Pod): boolean =>
  completionMode !== 'Indexed' || completionIndexOf(pod, completions) !== undefined;

/** The completion indexes of pods, each once and in order. */
export const completionIndexes = (pods: readonly Pod[], completions: number): readonly number[] =>
  inOrder(pods.flatMap((pod) => completionIndexOf(pod, completions) ?? []));

/** Indexes each once, in order. */
export const inOrder = (indexes: readonly number[]): readonly number[] => [...new Set(indexes)].sort((a, b) => a - b);

/** Reads `completedIndexes`: `0,2-4` is 0, 2, 3 and 4. Indexes that the Job no longer asks for are left out. */
export const indexesFromString = (text: string, completions: number): readonly number[] =>
  text
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
    })
    .filter((index) => index < completions);

/** Writes `completedIndexes`; three indexes or more in a row become a range. */
export function indexesToString(indexes: readonly number[]): string {
  const starts = indexes.filter((index) => !indexes.includes(index - 1));
  const ends = indexes.filter((index) => !indexes.includes(index + 1));
  return starts
    .map((first, position) => {
      const last = ends[position] ?? first;
      return last === first ? String(first) : `${first}${last === first + 1 ? ',' : '-'}${last}`;
    })
    .join(',');
}

/** The first indexes, `count` at most, that are not taken. */
export function firstPendingIndexes(taken: readonly number[], count: number, completions: number): readonly number[] {
  const isTaken = new Set(taken);
  return Array.from({ length: completions }, (_, index) => index)
    .filter((index) => !isTaken.has(index))
    .slice(0, count);
}
