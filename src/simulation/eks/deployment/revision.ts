import type { Metadata, ReplicaSet } from '../objects.ts';

/** The annotation that counts the rollouts of a Deployment; on a ReplicaSet the last that used it. */
export const REVISION = 'deployment.kubernetes.io/revision';

/** The revision noted on an object; 0 without one. */
export const revisionOf = ({ annotations }: Metadata): number => Number(annotations?.[REVISION] ?? 0);

/** The revision that the new ReplicaSet has among the old ones: a number above all of them. */
export const nextRevision = (old: readonly ReplicaSet[]): number =>
  1 + old.reduce((highest, { metadata }) => Math.max(highest, revisionOf(metadata)), 0);

/** The old ReplicaSets beyond the history limit: empty ones, of the lowest revision first. */
export function historyToDelete(old: readonly ReplicaSet[], limit: number): readonly ReplicaSet[] {
  const kept = old.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const excess = kept.length - limit;
  if (excess <= 0) return [];
  return [...kept]
    .sort((a, b) => revisionOf(a.metadata) - revisionOf(b.metadata))
    .slice(0, excess)
    .filter(({ spec, status }) => spec.replicas === 0 && status.replicas === 0);
}
