import type { IntOrPercent } from '../int-or-percent.ts';
import { scaledValue } from '../int-or-percent.ts';

/** `spec.updateStrategy.rollingUpdate` of a DaemonSet. */
export interface RollingUpdateDaemonSet {
  readonly maxUnavailable: IntOrPercent;
  readonly maxSurge: IntOrPercent;
}

/** How many pods may be missing, and how many may be too many. */
export interface Limits {
  readonly maxUnavailable: number;
  readonly maxSurge: number;
}

/** A pod of a DaemonSet: of the template of today or an older one. */
export interface DaemonPod {
  readonly node: string;
  readonly isCurrent: boolean;
  readonly isAvailable: boolean;
}

/** What the controller does in one pass. */
export interface DaemonPass {
  readonly deletes: readonly DaemonPod[];
  /** The nodes that get a pod of today's template. */
  readonly creates: readonly string[];
}

/** The limits as counts for a number of nodes. Both round up; if both come to 0, one pod may be missing. */
export function daemonLimits({ maxUnavailable, maxSurge }: RollingUpdateDaemonSet, nodes: number): Limits {
  const [unavailable, surge] = [scaledValue(maxUnavailable, nodes, 'up'), scaledValue(maxSurge, nodes, 'up')];
  return { maxUnavailable: nodes > 0 && unavailable === 0 && surge === 0 ? 1 : unavailable, maxSurge: surge };
}

/** Replaces pods by going below the number: those that are down already, then as many others as may be missing. */
function replacing(places: readonly (readonly DaemonPod[])[], { maxUnavailable }: Limits): DaemonPass {
  const missing = places.filter((pods) => !pods.some(({ isAvailable }) => isAvailable)).length;
  const outdated = places.filter((pods) => !pods.some(({ isCurrent }) => isCurrent)).flat();
  const down = outdated.filter(({ isAvailable }) => !isAvailable);
  const up = outdated.filter(({ isAvailable }) => isAvailable);
  return { deletes: [...down, ...up.slice(0, Math.max(0, maxUnavailable - missing))], creates: [] };
}

/** Replaces pods by going above the number: a new one comes beside the old one, which goes when the new one is available. */
function surging(places: readonly (readonly DaemonPod[])[], { maxSurge }: Limits): DaemonPass {
  const isMoving = (pods: readonly DaemonPod[]): boolean => pods.some((one) => one.isCurrent) && pods.some((one) => !one.isCurrent);
  const isReplaced = (pods: readonly DaemonPod[]): boolean => pods.some((one) => one.isCurrent && one.isAvailable);
  const moving = places.filter(isMoving);
  const outdated = places.flatMap((pods) => (pods.some((one) => one.isCurrent) ? [] : pods.slice(0, 1)));
  const down = outdated.filter(({ isAvailable }) => !isAvailable);
  const up = outdated.filter(({ isAvailable }) => isAvailable);
  const room = Math.max(0, maxSurge - moving.filter((pods) => !isReplaced(pods)).length);
  return {
    deletes: moving.filter(isReplaced).flatMap((pods) => pods.filter((one) => !one.isCurrent)),
    creates: [...down, ...up.slice(0, room)].map(({ node }) => node),
  };
}

/**
 * One pass of the DaemonSet controller: a pod for each node that should have one and has none, none where none should be,
 * then a step of the rolling update.
 */
export function daemonPass(nodes: readonly string[], pods: readonly DaemonPod[], limits: Limits): DaemonPass {
  const byNode = Map.groupBy(pods, ({ node }) => node);
  const unwanted = pods.filter(({ node }) => !nodes.includes(node));
  const empty = nodes.filter((node) => !byNode.has(node));
  const places = nodes.map((node) => byNode.get(node) ?? []);
  const { deletes, creates } = limits.maxSurge > 0 ? surging(places, limits) : replacing(places, limits);
  return { deletes: [...unwanted, ...deletes], creates: [...empty, ...creates] };
}
