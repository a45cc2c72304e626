import { describe, expect, test } from 'vitest';
import { breakerThreshold } from '../../../src/simulation/ecs/circuit-breaker.ts';
import { restartDelay } from '../../../src/simulation/ecs/restart-throttle.ts';
import { healthyFloor, taskCeiling } from '../../../src/simulation/ecs/rolling-limits.ts';
import type { RollingState } from '../../../src/simulation/ecs/rolling-plan.ts';
import { isBlocked, tasksToStart, tasksToStop } from '../../../src/simulation/ecs/rolling-plan.ts';

const none = { settling: 0, healthy: 0, unhealthy: 0 };

const state = (change: Partial<RollingState>): RollingState => ({
  desiredCount: 4,
  current: none,
  outdated: none,
  occupying: 4,
  canStart: true,
  ...change,
});

describe('limits of a rolling deployment', () => {
  test.each([
    [4, 50, 200, 2, 8],
    [2, 75, 200, 2, 4],
    [3, 100, 125, 3, 3],
    [3, 67, 134, 3, 4],
    [5, 50, 150, 3, 7],
    [7, 33, 133, 3, 9],
    [10, 95, 105, 10, 10],
    [100, 99, 101, 99, 101],
  ])('desired %i, minimum %i %%, maximum %i %%: at least %i healthy, at most %i in all', (desired, minimum, maximum, floor, ceiling) => {
    expect(healthyFloor(desired, { minimumHealthyPercent: minimum })).toBe(floor);
    expect(taskCeiling(desired, { maximumPercent: maximum })).toBe(ceiling);
  });

  test('a service without percentages keeps 100 and 200', () => {
    expect([healthyFloor(3), taskCeiling(3)]).toEqual([3, 6]);
  });
});

describe('the plan of a pass', () => {
  test('a new deployment starts beside the old one up to the ceiling, and stops nothing at a floor of 100 %', () => {
    const start = state({ outdated: { ...none, healthy: 4 } });
    expect(tasksToStart(start)).toBe(4);
    expect(tasksToStop(start).outdated.healthy).toBe(0);
  });

  test('each healthy new task lets one old task go', () => {
    const half = state({ current: { ...none, healthy: 2, settling: 2 }, outdated: { ...none, healthy: 4 }, occupying: 8 });
    expect(tasksToStop(half).outdated.healthy).toBe(2);
  });

  test('at a maximum of 100 % old tasks stop first', () => {
    const tight = state({ outdated: { ...none, healthy: 4 }, maximumPercent: 100, minimumHealthyPercent: 50 });
    expect(tasksToStart(tight)).toBe(0);
    expect(tasksToStop(tight).outdated.healthy).toBe(2);
  });

  test('a configuration of 100 % and 100 % does nothing', () => {
    const stuck = state({ outdated: { ...none, healthy: 4 }, maximumPercent: 100 });
    expect(tasksToStart(stuck)).toBe(0);
    expect(tasksToStop(stuck)).toEqual({ current: none, outdated: none });
  });

  test('an unhealthy task stops only after its replacement is healthy', () => {
    const sick = { current: { ...none, healthy: 3, unhealthy: 1 } };
    expect(tasksToStart(state(sick))).toBe(1);
    expect(tasksToStop(state(sick)).current.unhealthy).toBe(0);
    const replaced = state({ current: { ...none, healthy: 4, unhealthy: 1 }, occupying: 5 });
    expect(tasksToStop(replaced).current.unhealthy).toBe(1);
  });

  test('where no replacement may start first, unhealthy tasks stop one at a time', () => {
    const full = state({ current: { ...none, healthy: 2, unhealthy: 2 }, maximumPercent: 100, minimumHealthyPercent: 50 });
    expect(tasksToStart(full)).toBe(0);
    expect(tasksToStop(full).current.unhealthy).toBe(1);
  });

  test('a lower desired count stops tasks that are still starting before healthy ones', () => {
    const fewer = state({ desiredCount: 2, current: { ...none, healthy: 3, settling: 1 } });
    expect(tasksToStop(fewer).current).toEqual({ settling: 1, healthy: 1, unhealthy: 0 });
  });
});

describe('a deployment is blocked by its limits', () => {
  const old = { current: none, outdated: { ...none, healthy: 2 }, occupying: 2, desiredCount: 2 };

  test('when neither a start nor a stop is allowed', () => {
    expect(isBlocked(state({ ...old, minimumHealthyPercent: 75, maximumPercent: 125 }))).toBe(true);
  });

  test.each([
    ['an old task may stop', { minimumHealthyPercent: 50, maximumPercent: 125 }],
    ['a new task may start', { minimumHealthyPercent: 75, maximumPercent: 150 }],
    ['a task is still on its way out', { minimumHealthyPercent: 75, maximumPercent: 125, occupying: 3 }],
    ['there is only no capacity', { minimumHealthyPercent: 75, maximumPercent: 150, canStart: false }],
  ])('but not when %s', (_, limits) => {
    expect(isBlocked(state({ ...old, ...limits }))).toBe(false);
  });
});

describe('failures', () => {
  test.each([
    [1, 3],
    [4, 3],
    [8, 4],
    [19, 10],
    [25, 13],
    [399, 200],
    [800, 200],
  ])('the circuit breaker of a service of %i opens at %i failures', (desired, threshold) => {
    expect(breakerThreshold(desired)).toBe(threshold);
  });

  test('a threshold may be a count, or a percentage without bounds', () => {
    expect(breakerThreshold(10, { type: 'COUNT', value: 1 })).toBe(1);
    expect(breakerThreshold(800, { type: 'UNBOUNDED_PERCENT', value: 50 })).toBe(400);
  });

  test('the wait before the next start doubles up to 27 minutes', () => {
    expect([0, 1, 2, 3, 10, 12, 60].map(restartDelay)).toEqual([0, 1_000, 2_000, 4_000, 512_000, 1_620_000, 1_620_000]);
  });
});
