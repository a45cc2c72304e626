import type { Deployment, ReplicaSet } from '../objects.ts';
import { maxSurge, maxUnavailable, minAvailable } from './fenceposts.ts';

/** A ReplicaSet that a rollout makes larger or smaller. */
export interface Scaling {
  readonly replicaSet: ReplicaSet;
  readonly from: number;
  readonly to: number;
}

const sum = (replicaSets: readonly ReplicaSet[], count: (one: ReplicaSet) => number): number =>
  replicaSets.reduce((total, one) => total + count(one), 0);

/** Sum of the wanted sizes. */
export const replicaCount = (replicaSets: readonly ReplicaSet[]): number => sum(replicaSets, ({ spec }) => spec.replicas);

/** Sum of the pods that exist. */
export const actualReplicaCount = (replicaSets: readonly ReplicaSet[]): number => sum(replicaSets, ({ status }) => status.replicas);

/** Sum of the pods that are available. */
export const availableReplicaCount = (replicaSets: readonly ReplicaSet[]): number =>
  sum(replicaSets, ({ status }) => status.availableReplicas ?? 0);

const age = ({ metadata }: ReplicaSet): string => `${metadata.creationTimestamp ?? ''} ${metadata.name}`;

/** Oldest first; of equal age by name. */
export const byCreation = (a: ReplicaSet, b: ReplicaSet): number => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : 0);

/** A ReplicaSet as it will be after a change of size that is on its way. */
export const resized = (replicaSet: ReplicaSet, replicas: number): ReplicaSet => ({
  ...replicaSet,
  spec: { ...replicaSet.spec, replicas },
});

/** The size that the new ReplicaSet should get: as much as the surge leaves room for, and never more than is wanted. */
export function newRSNewReplicas(deployment: Deployment, all: readonly ReplicaSet[], newReplicas: number): number {
  const { replicas, strategy } = deployment.spec;
  if (strategy?.type === 'Recreate') return replicas;
  const room = replicas + maxSurge(deployment) - replicaCount(all);
  return room <= 0 ? newReplicas : newReplicas + Math.min(room, replicas - newReplicas);
}

/** The change of size of the new ReplicaSet in one step of a rolling update, if any. */
export function reconcileNewReplicaSet(deployment: Deployment, all: readonly ReplicaSet[], newRS: ReplicaSet): Scaling | undefined {
  const from = newRS.spec.replicas;
  const to = from > deployment.spec.replicas ? deployment.spec.replicas : newRSNewReplicas(deployment, all, from);
  return from === to ? undefined : { replicaSet: newRS, from, to };
}

/** The changes of size of the old ReplicaSets in one step of a rolling update: first what is broken anyway, then what may be spared. */
export function reconcileOldReplicaSets(
  deployment: Deployment,
  old: readonly ReplicaSet[],
  newRS: ReplicaSet | undefined,
): readonly Scaling[] {
  const all = newRS === undefined ? old : [...old, newRS];
  if (replicaCount(old) === 0) return [];
  const newUnavailable = newRS === undefined ? 0 : newRS.spec.replicas - (newRS.status.availableReplicas ?? 0);
  const mayGo = replicaCount(all) - minAvailable(deployment) - newUnavailable;
  if (mayGo <= 0) return [];
  const cleaned = cleanupUnhealthyReplicas(old, mayGo);
  const sizes = new Map(cleaned.map(({ replicaSet, to }) => [replicaSet, to]));
  const remaining = old.map((one) => resized(one, sizes.get(one) ?? one.spec.replicas));
  const spared = scaleDownOldReplicaSetsForRollingUpdate(deployment, remaining, newRS);
  return joined(old, cleaned, spared);
}

/** Takes away up to `most` pods that are not available from the old ReplicaSets, oldest first. */
export function cleanupUnhealthyReplicas(old: readonly ReplicaSet[], most: number): readonly Scaling[] {
  let left = most;
  return [...old].sort(byCreation).flatMap((replicaSet) => {
    const from = replicaSet.spec.replicas;
    const unhealthy = from - (replicaSet.status.availableReplicas ?? 0);
    const count = Math.max(0, Math.min(left, unhealthy));
    left -= count;
    return count === 0 ? [] : [{ replicaSet, from, to: from - count }];
  });
}

/** Takes away as many pods as are available above the floor, oldest ReplicaSet first. */
export function scaleDownOldReplicaSetsForRollingUpdate(
  deployment: Deployment,
  old: readonly ReplicaSet[],
  newRS: ReplicaSet | undefined,
): readonly Scaling[] {
  const floor = deployment.spec.replicas - maxUnavailable(deployment);
  let left = availableReplicaCount(newRS === undefined ? old : [...old, newRS]) - floor;
  return [...old].sort(byCreation).flatMap((replicaSet) => {
    const from = replicaSet.spec.replicas;
    const count = Math.max(0, Math.min(left, from));
    left -= count;
    return count === 0 ? [] : [{ replicaSet, from, to: from - count }];
  });
}

/** The two passes over the same ReplicaSets as the controller carries them out: one change after the other. */
function joined(old: readonly ReplicaSet[], cleaned: readonly Scaling[], spared: readonly Scaling[]): readonly Scaling[] {
  const byName = new Map(old.map((one) => [one.metadata.name, one]));
  return [...cleaned, ...spared].map((scaling) => ({
    ...scaling,
    replicaSet: byName.get(scaling.replicaSet.metadata.name) ?? scaling.replicaSet,
  }));
}
