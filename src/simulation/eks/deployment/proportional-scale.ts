import type { Deployment, ReplicaSet } from '../objects.ts';
import { maxSurge } from './fenceposts.ts';
import type { Scaling } from './rolling-update.ts';
import { byCreation, replicaCount } from './rolling-update.ts';

/** What the controller notes on a ReplicaSet at each scale: the size of the Deployment then, and that with the surge. */
export const DESIRED = 'deployment.kubernetes.io/desired-replicas';
export const MAX = 'deployment.kubernetes.io/max-replicas';

const noted = ({ metadata }: ReplicaSet, annotation: string): number | undefined => {
  const value = Number.parseInt(metadata.annotations?.[annotation] ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
};

/** The annotations of a scale. */
export const sizeAnnotations = (deployment: Deployment): Readonly<Record<string, string>> => ({
  [DESIRED]: `${deployment.spec.replicas}`,
  [MAX]: `${deployment.spec.replicas + maxSurge(deployment)}`,
});

/** Whether the Deployment's size has changed since its ReplicaSets were last scaled. */
export const isScalingEvent = (deployment: Deployment, all: readonly ReplicaSet[]): boolean =>
  all.some((one) => {
    const desired = noted(one, DESIRED);
    return one.spec.replicas > 0 && desired !== undefined && desired !== deployment.spec.replicas;
  });

/** Half away from zero, as the controller rounds. */
const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** How many pods a ReplicaSet gains or loses when the Deployment's size changes in the middle of a rollout. */
export function replicaSetFraction(replicaSet: ReplicaSet, deployment: Deployment): number {
  const { replicas } = deployment.spec;
  const size = replicaSet.spec.replicas;
  if (replicas === 0) return -size;
  const before = noted(replicaSet, MAX) ?? deployment.status?.replicas ?? 0;
  if (before === 0) return 0; // nothing to take a share of
  return rounded((size * (replicas + maxSurge(deployment))) / before) - size;
}

/** Largest first; of equal size the newer first when growing, the older first when shrinking. */
const bySize =
  (growing: boolean) =>
  (a: ReplicaSet, b: ReplicaSet): number =>
    b.spec.replicas - a.spec.replicas || (growing ? byCreation(b, a) : byCreation(a, b));

/** A ReplicaSet's share of what is to be added or taken away, and not more than what is left of it. */
function replicaSetProportion(replicaSet: ReplicaSet, deployment: Deployment, toAdd: number, added: number): number {
  if (replicaSet.spec.replicas === 0 || toAdd === added) return 0;
  const fraction = replicaSetFraction(replicaSet, deployment);
  return toAdd > 0 ? Math.min(fraction, toAdd - added) : Math.max(fraction, toAdd - added);
}

/** Spreads a change of size over the active ReplicaSets in proportion; the remainder goes to the largest. */
function inProportion(deployment: Deployment, active: readonly ReplicaSet[]): readonly Scaling[] {
  const { replicas } = deployment.spec;
  const toAdd = (replicas > 0 ? replicas + maxSurge(deployment) : 0) - replicaCount(active);
  let added = 0;
  const scalings = [...active].sort(bySize(toAdd > 0)).map((replicaSet) => {
    const share = replicaSetProportion(replicaSet, deployment, toAdd, added);
    added += share;
    return { replicaSet, from: replicaSet.spec.replicas, to: replicaSet.spec.replicas + share };
  });
  return scalings.map((scaling, index) => (index === 0 ? { ...scaling, to: Math.max(0, scaling.to + toAdd - added) } : scaling));
}

/** Whether the new ReplicaSet has all the pods of the Deployment, and all are available. */
const isSaturated = (deployment: Deployment, newRS: ReplicaSet | undefined): boolean =>
  newRS !== undefined &&
  newRS.spec.replicas === deployment.spec.replicas &&
  noted(newRS, DESIRED) === deployment.spec.replicas &&
  newRS.status.availableReplicas === deployment.spec.replicas;

/** The ReplicaSet that is alone in having pods, or the latest when none has; undefined when several have. */
function activeOrLatest(newRS: ReplicaSet | undefined, old: readonly ReplicaSet[]): ReplicaSet | undefined {
  const active = isActive(newRS === undefined ? old : [...old, newRS]);
  if (active.length > 1) return undefined;
  return active[0] ?? newRS ?? [...old].sort(byCreation).at(-1);
}

const isActive = (replicaSets: readonly ReplicaSet[]): readonly ReplicaSet[] => replicaSets.filter(({ spec }) => spec.replicas > 0);

/** What becomes of the ReplicaSets when the Deployment's size has changed. Sizes that stay are listed too: their notes change. */
export function scale(deployment: Deployment, newRS: ReplicaSet | undefined, old: readonly ReplicaSet[]): readonly Scaling[] {
  const { replicas } = deployment.spec;
  const only = activeOrLatest(newRS, old);
  if (only !== undefined) return only.spec.replicas === replicas ? [] : [{ replicaSet: only, from: only.spec.replicas, to: replicas }];
  if (isSaturated(deployment, newRS)) return isActive(old).map((replicaSet) => ({ replicaSet, from: replicaSet.spec.replicas, to: 0 }));
  return deployment.spec.strategy?.type === 'Recreate'
    ? []
    : inProportion(deployment, isActive(newRS === undefined ? old : [...old, newRS]));
}
