import type { RollingPercents } from './rolling-limits.ts';
import type { RollingState } from './rolling-plan.ts';
import { tasksToStart, tasksToStop } from './rolling-plan.ts';

/** One step of a deployment, with the tasks of the old and the new revision after it. */
export interface RollingStep {
  readonly do: 'start' | 'stop';
  readonly count: number;
  readonly old: number;
  readonly new: number;
}

const healthy = (count: number) => ({ settling: 0, healthy: count, unhealthy: 0 });

/** A service in the middle of a deployment with every task healthy. */
export const rollingState = (percents: RollingPercents, desiredCount: number, old: number, current: number): RollingState => ({
  ...percents,
  desiredCount,
  current: healthy(current),
  outdated: healthy(old),
  occupying: old + current,
  canStart: true,
});

/** A deployment from its start as far as it gets, where instances have room for only so many tasks and each becomes healthy. */
export function rollingSteps(percents: RollingPercents, desiredCount: number, roomForTasks: number): readonly RollingStep[] {
  const steps: RollingStep[] = [];
  let [old, current] = [desiredCount, 0];
  for (let stuck = false; !stuck;) {
    const started = Math.min(tasksToStart(rollingState(percents, desiredCount, old, current)), roomForTasks - old - current);
    current += started;
    if (started > 0) steps.push({ do: 'start', count: started, old, new: current });
    const stopped = tasksToStop(rollingState(percents, desiredCount, old, current)).outdated.healthy;
    old -= stopped;
    if (stopped > 0) steps.push({ do: 'stop', count: stopped, old, new: current });
    stuck = started <= 0 && stopped === 0;
  }
  return steps;
}
