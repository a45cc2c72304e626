import type { Outcome, ThresholdConfiguration } from '../../simulation/ecs/circuit-breaker.ts';
import { breakerDefaults, breakerStage, breakerThreshold, countFailures } from '../../simulation/ecs/circuit-breaker.ts';
import type { RollingPercents } from '../../simulation/ecs/rolling-limits.ts';
import { healthyFloor, taskCeiling } from '../../simulation/ecs/rolling-limits.ts';
import { tasksToStart, tasksToStop } from '../../simulation/ecs/rolling-plan.ts';
import { rollingState, rollingSteps } from '../../simulation/ecs/rolling-steps.ts';
import { secondsToHealthy, targetGroupDefaults } from '../../simulation/network/target-group-defaults.ts';

/** What a row says of a rolling deployment. */
export interface RollingRow extends RollingPercents {
  readonly desiredCount?: number;
  readonly roomForTasks?: number;
  readonly spareRoomForTasks?: number;
}

/** What the plan allows at the start of a deployment with every task healthy. */
function firstMoves({ desiredCount = 1, spareRoomForTasks = Infinity, ...percents }: RollingRow) {
  const state = rollingState(percents, desiredCount, desiredCount, 0);
  const start = Math.min(tasksToStart(state), spareRoomForTasks);
  const stop = tasksToStop(state).outdated.healthy;
  return { start, stop, stuck: start === 0 && stop === 0 };
}

/** The bounds of a rolling deployment, and its first moves. */
export function limitsAnswer(given: RollingRow) {
  const { desiredCount = 1 } = given;
  const { start, stop, stuck } = firstMoves(given);
  const [healthyAtLeast, atMost] = [healthyFloor(desiredCount, given), taskCeiling(desiredCount, given)];
  return { healthyAtLeast, atMost, atATime: atMost - healthyAtLeast, mayStopBeforeStarting: stop, mayStartBeforeStopping: start, stuck };
}

/** The steps of a rolling deployment with their waits behind a target group of default settings; a drain begins in the same way. */
export function stepsAnswer(given: RollingRow) {
  const { desiredCount = 1, roomForTasks = Infinity } = given;
  const { start, stop, stuck } = firstMoves(given);
  return {
    steps: rollingSteps(given, desiredCount, roomForTasks),
    waitSecondsAfterEachStart: secondsToHealthy({}),
    waitSecondsAtMostAfterEachStop: targetGroupDefaults.deregistrationDelaySeconds,
    mayStop: stop,
    canStart: start,
    startsBeforeStopping: start,
    replacementStartsBeforeStop: start > 0,
    stuck,
  };
}

/** What a row says of a circuit breaker's threshold. */
export interface ThresholdRow {
  readonly desiredCount?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly percent?: number;
  readonly thresholdConfiguration?: ThresholdConfiguration | null;
}

/** The failures that fail a deployment, now and by the minimum of before 2024, and how the number came about. */
export function thresholdAnswer({ desiredCount = 1, minimum = 3, maximum = 200, percent, thresholdConfiguration }: ThresholdRow) {
  const configuration = thresholdConfiguration ?? { value: percent };
  const threshold = breakerThreshold(desiredCount, configuration, { minimum, maximum });
  const share = (desiredCount * (percent ?? breakerDefaults.value)) / 100;
  return {
    ...breakerDefaults,
    threshold,
    before: breakerThreshold(desiredCount, configuration, { minimum: 10, maximum }),
    why: share > maximum ? 'cut to the maximum' : share < minimum ? 'raised to the minimum' : share === threshold ? 'exact' : 'rounded up',
  };
}

/** What a row says of failed tasks. */
export interface FailuresRow {
  readonly tasks?: readonly Outcome[];
  readonly threshold?: number;
  readonly failureCount?: number;
  readonly resetOnHealthyTask?: boolean;
  readonly runningTasks?: number;
}

/** What the circuit breaker makes of failed tasks. */
export function failuresAnswer({ tasks = [], threshold = 3, resetOnHealthyTask, runningTasks = 0, ...given }: FailuresRow) {
  const failureCount = given.failureCount ?? countFailures(tasks, threshold, resetOnHealthyTask);
  const triggered = failureCount >= threshold;
  return { failureCount, triggered, rolloutState: triggered ? 'FAILED' : 'IN_PROGRESS', stage: breakerStage(runningTasks) };
}
