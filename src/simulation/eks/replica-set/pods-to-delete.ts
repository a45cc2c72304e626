import type { Pod } from '../objects.ts';
import { conditionOf, isReady } from '../objects.ts';

const COST = 'controller.kubernetes.io/pod-deletion-cost';

/** The phases of an active pod, the one that goes first having the smallest number. */
export const phases: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 };

/** A pod with what its place in the order depends on. */
interface Ranked {
  readonly pod: Pod;
  /** How many active pods of the same owner sit on its node. */
  readonly rank: number;
}

/** The restarts of the container of a pod that was restarted most. */
export const restarts = ({ status }: Pod): number =>
  Math.max(0, ...(status?.containerStatuses ?? []).map(({ restartCount }) => restartCount ?? 0));

const costOf = ({ metadata }: Pod): number => Number(metadata.annotations?.[COST] ?? 0);

/**
 * Compares two times so that the younger comes first: on a scale of powers of two of their age, so that pods of
 * nearly the same age are chosen among by chance. A missing time comes before any other.
 */
function byAge(a: string | undefined, b: string | undefined, now: number): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return logarithm(a, now) - logarithm(b, now);
}

function logarithm(time: string, now: number): number {
  const age = now - Date.parse(time);
  return age <= 0 ? 0 : Math.floor(Math.log2(age * 1_000_000)); // in ns, as Kubernetes counts
}

/** Each question decides where the ones before it do not: the pod that goes first gets the smaller answer. */
const questions: readonly ((a: Ranked, b: Ranked, now: number) => number)[] = [
  (a, b) => Number(Boolean(a.pod.spec.nodeName)) - Number(Boolean(b.pod.spec.nodeName)),
  (a, b) => (phases[a.pod.status?.phase ?? ''] ?? 0) - (phases[b.pod.status?.phase ?? ''] ?? 0),
  (a, b) => Number(isReady(a.pod)) - Number(isReady(b.pod)),
  (a, b) => costOf(a.pod) - costOf(b.pod),
  (a, b) => b.rank - a.rank,
  (a, b, now) => (isReady(a.pod) && isReady(b.pod) ? byAge(readySince(a.pod), readySince(b.pod), now) : 0),
  (a, b) => restarts(b.pod) - restarts(a.pod),
  (a, b, now) => byAge(a.pod.metadata.creationTimestamp, b.pod.metadata.creationTimestamp, now),
];

/** Since when a pod is ready, or not. */
export const readySince = ({ status }: Pod): string | undefined => conditionOf(status?.conditions, 'Ready')?.lastTransitionTime;

/** The order in which two pods go: negative when the first goes first. Among equals the UID decides. */
export function activePodsWithRanks(a: Ranked, b: Ranked, now: number): number {
  for (const question of questions) {
    const answer = question(a, b, now);
    if (answer !== 0) return answer;
  }
  const [first = '', second = ''] = [a.pod.metadata.uid, b.pod.metadata.uid];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Which pods go when so many are too much; `related` are all pods that count for the crowding of nodes. */
export function getPodsToDelete(pods: readonly Pod[], related: readonly Pod[], count: number, now: number): readonly Pod[] {
  if (count >= pods.length) return pods;
  const crowding = new Map<string, number>();
  for (const { spec } of related) crowding.set(spec.nodeName ?? '', (crowding.get(spec.nodeName ?? '') ?? 0) + 1);
  return pods
    .map((pod) => ({ pod, rank: crowding.get(pod.spec.nodeName ?? '') ?? 0 }))
    .sort((a, b) => activePodsWithRanks(a, b, now))
    .slice(0, count)
    .map(({ pod }) => pod);
}
