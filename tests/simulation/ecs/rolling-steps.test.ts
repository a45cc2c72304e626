import fc from 'fast-check';
import { expect, test } from 'vitest';
import { healthyFloor, taskCeiling } from '../../../src/simulation/ecs/rolling-limits.ts';
import { rollingSteps } from '../../../src/simulation/ecs/rolling-steps.ts';

const service = fc.record({
  desired: fc.integer({ min: 1, max: 40 }),
  minimumHealthyPercent: fc.integer({ min: 0, max: 100 }),
  maximumPercent: fc.integer({ min: 100, max: 200 }),
  spareRoom: fc.nat({ max: 40 }),
});

test('no step of a deployment leaves the bounds, and one that can move at all ends with new tasks only', () => {
  fc.assert(
    fc.property(service, ({ desired, spareRoom, ...percents }) => {
      const steps = rollingSteps(percents, desired, desired + spareRoom);
      const [floor, ceiling] = [healthyFloor(desired, percents), Math.min(taskCeiling(desired, percents), desired + spareRoom)];
      for (const step of steps) {
        expect(step.count).toBeGreaterThan(0);
        expect(step.old + step.new).toBeGreaterThanOrEqual(floor);
        expect(step.old + step.new).toBeLessThanOrEqual(ceiling);
      }
      const canMove = floor < desired || ceiling > desired;
      expect(steps.at(-1)).toEqual(canMove ? expect.objectContaining({ old: 0, new: desired }) : undefined);
    }),
  );
});

test('where old tasks must stop first, a step of stops comes first', () => {
  expect(rollingSteps({ minimumHealthyPercent: 50, maximumPercent: 100 }, 4, Infinity).map((step) => [step.do, step.count])).toEqual([
    ['stop', 2],
    ['start', 2],
    ['stop', 2],
    ['start', 2],
  ]);
});
