import type { RollingPercents } from './rolling-limits.ts';
import { healthyFloor, taskCeiling } from './rolling-limits.ts';

/** How far a task has come, as its service counts it. */
export type Standing = 'settling' | 'healthy' | 'unhealthy';

/** How many tasks of each standing. */
export type Tally = Readonly<Record<Standing, number>>;

/** What the scheduler knows when it decides. */
export interface RollingState extends RollingPercents {
  readonly desiredCount: number;
  /** Tasks of the newest deployment on instances that keep them. */
  readonly current: Tally;
  /** Tasks of older deployments, and those on draining instances. */
  readonly outdated: Tally;
  /** Tasks that still count towards the ceiling, those on their way out included. */
  readonly occupying: number;
  /** False while no capacity is left or starts are throttled. */
  readonly canStart: boolean;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** How many tasks of the newest deployment are missing; an unhealthy one counts as missing, so its replacement starts first. */
export const missingTasks = ({ desiredCount, current }: RollingState): number =>
  Math.max(0, desiredCount - current.settling - current.healthy);

/** How many tasks may be started now without exceeding the ceiling. */
export const tasksToStart = (state: RollingState): number =>
  state.canStart ? clamp(taskCeiling(state.desiredCount, state) - state.occupying, 0, missingTasks(state)) : 0;

/** How many tasks of each group and standing may be stopped now without going below the floor. */
export function tasksToStop(state: RollingState): { readonly current: Tally; readonly outdated: Tally } {
  const { desiredCount, current, outdated } = state;
  const healthy = current.healthy + outdated.healthy;
  const floor = healthyFloor(desiredCount, state);
  const spare = Math.max(0, healthy - floor);
  const outdatedHealthy = Math.min(outdated.healthy, spare);
  const excess = Math.max(0, current.settling + current.healthy - desiredCount);
  const settling = Math.min(current.settling, excess);
  return {
    outdated: { settling: outdated.settling, unhealthy: outdated.unhealthy, healthy: outdatedHealthy },
    current: {
      settling,
      unhealthy: unhealthyToStop(state, healthy >= floor),
      healthy: Math.min(excess - settling, spare - outdatedHealthy),
    },
  };
}

/** An unhealthy task stops when a healthy one stands in for it, or one at a time where no replacement can start first. */
function unhealthyToStop(state: RollingState, floorIsKept: boolean): number {
  const { desiredCount, current } = state;
  const replaced = clamp(current.healthy - (desiredCount - current.unhealthy), 0, current.unhealthy);
  const stuck = missingTasks(state) > 0 && tasksToStart(state) === 0 && current.settling === 0;
  return replaced === 0 && current.unhealthy > 0 && stuck && floorIsKept ? 1 : replaced;
}

/** Whether the limits alone keep a deployment where it is: the ceiling lets nothing start, the floor lets nothing stop, and nothing is under way. */
export function isBlocked(state: RollingState): boolean {
  const { current, outdated, occupying } = state;
  const isSettled = current.settling + current.unhealthy + outdated.settling + outdated.unhealthy === 0;
  const isStill = occupying === current.healthy + outdated.healthy;
  const stop = tasksToStop(state);
  return (
    isSettled &&
    isStill &&
    missingTasks(state) > 0 &&
    outdated.healthy > 0 &&
    tasksToStart({ ...state, canStart: true }) === 0 &&
    stop.outdated.healthy + stop.current.healthy === 0
  );
}
