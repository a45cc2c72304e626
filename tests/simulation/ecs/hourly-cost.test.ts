import { describe, expect, test } from 'vitest';
import architecture from '../../../diagrams/ecs-architecture/scenario.ts';
import service from '../../../diagrams/ecs-service/scenario.ts';
import { instanceArn } from '../../../diagrams/ecs-service/start.ts';
import { prices } from '../../../diagrams/prices.ts';
import type { Act } from '../../../src/model/api-call.ts';
import { taskHour } from '../../../src/model/capacity-price.ts';
import { updateService } from '../../../src/simulation/ecs/offers.ts';
import { beginRun, extendTo, lastMoment } from '../../../src/simulation/engine/run.ts';
import type { Scenario } from '../../../src/simulation/engine/scenario.ts';
import { measuresOf } from '../../../src/simulation/engine/frame.ts';

/** The cost when everything has come to rest after a deed at the minute. */
function costAfter(scenario: Scenario, ...acts: readonly Act[]): { readonly fargate: number; readonly instances: number } {
  const run = extendTo(beginRun(scenario, { inputs: acts.map((act) => ({ at: 60_000, ...act })) }), 240_000);
  const { 'cost.fargate': fargate = NaN, 'cost.instances': instances = NaN } = measuresOf(lastMoment(run).world);
  return { fargate, instances };
}

const task = taskHour({ vcpu: 0.5, gb: 1 }, prices);

describe('the cost of an hour', () => {
  test('is that of the instances, whatever runs on them', () => {
    const idle = costAfter(service, { call: updateService('web', { desiredCount: 0 }) });
    expect(idle).toEqual({ fargate: 0, instances: 3 * prices.instance });
    expect(costAfter(service)).toEqual(idle);
  });

  test('has each task that is on no instance by its size', () => {
    const both = costAfter(architecture);
    expect(both.fargate).toBeCloseTo(task, 10);
    expect(both.instances).toBeCloseTo(2 * prices.instance, 10);
  });

  test('keeps the instances of a service that has moved to Fargate', () => {
    const moved = costAfter(service, {
      call: updateService('web', { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }], forceNewDeployment: true }),
    });
    expect(moved.fargate).toBeCloseTo(4 * task, 10);
    expect(moved.instances).toBeCloseTo(3 * prices.instance, 10);
  });

  test('falls with a lost instance', () => {
    expect(costAfter(service, { fault: 'instance-lost', target: instanceArn('0b2'), on: true }).instances).toBeCloseTo(
      2 * prices.instance,
      10,
    );
  });
});
