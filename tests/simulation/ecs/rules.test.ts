import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ids, instanceArn } from '../../../diagrams/ecs-service/start.ts';
import type { Act, Input } from '../../../src/model/api-call.ts';
import type { Frame } from '../../../src/model/frame.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { frameAt } from '../../../src/simulation/engine/frame.ts';
import type { Run } from '../../../src/simulation/engine/run.ts';
import { lastMoment } from '../../../src/simulation/engine/run.ts';
import { hasFault } from '../../../src/simulation/engine/world.ts';
import { atRest, play, serviceIn, settledTask, tasksOf, updateService } from './play.ts';

const HORIZON = 480_000;

/** How many worlds are tried. */
const RUNS = 12;

const task = settledTask();

const acts: readonly fc.Arbitrary<Act>[] = [
  fc.integer({ min: 0, max: 10 }).map((desiredCount) => updateService({ desiredCount })),
  fc.constantFrom('web:7', 'web:8', 'web:9').map((taskDefinition) => updateService({ taskDefinition })),
  fc
    .constantFrom('FARGATE', 'FARGATE_SPOT', 'ec2')
    .map((capacityProvider) => updateService({ capacityProviderStrategy: [{ capacityProvider, weight: 1 }] })),
  fc.constant({ call: { api: 'ecs', operation: 'StopTask', input: { cluster: 'demo', task } } } as const),
  fc.constantFrom('DRAINING', 'ACTIVE').map((status) => ({
    call: {
      api: 'ecs',
      operation: 'UpdateContainerInstancesState',
      input: { cluster: 'demo', containerInstances: [instanceArn('0a1')], status },
    } as const,
  })),
  ...[
    ['image-pull-fails', ids.service],
    ['container-exits', task],
    ['health-check-fails', task],
    ['instance-lost', instanceArn('0b2')],
    ['no-capacity', ids.cluster],
  ].map(([fault = '', target = '']) => fc.boolean().map((on) => ({ fault, target, on }))),
];

const inputs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 240_000 }), fc.oneof(...acts)), { maxLength: 8 })
  .map((list) => list.sort(([a], [b]) => a - b).map(([at, act]): Input => ({ at, ...act })));

const amounts = (resource: Resource, path: 'cpu' | 'memory'): { readonly registered: number; readonly remaining: number } => {
  const value = resource.details[path];
  return value as { registered: number; remaining: number }; // a simulated instance always states both
};

const instancesOf = (frame: Frame): readonly Resource[] =>
  [...frame.resources.values()].filter(({ kind }) => kind === 'ecs-container-instance');

/** Every frame of a run after the first. */
function* framesOf(run: Run): Generator<Frame> {
  let before = frameAt(run, 0);
  for (let index = 1; index < run.length; index += 1) {
    const frame = frameAt(run, index, before);
    yield frame;
    before = frame;
  }
}

const isOver = ({ status }: Resource): boolean => status === 'STOPPED' || status === 'DELETED';

describe('whatever a reader does', () => {
  test('no instance gives more than it has, every task that is to stop says why, and the scheduler keeps to its limits', () => {
    fc.assert(
      fc.property(inputs, (list) => {
        for (const frame of framesOf(play(list, HORIZON))) {
          const tasks = tasksOf(frame);
          for (const instance of instancesOf(frame)) {
            const placed = tasks.filter((one) => one.details['instance'] === instance.id && !isOver(one));
            const memory = amounts(instance, 'memory');
            expect(amounts(instance, 'cpu').remaining).toBeGreaterThanOrEqual(0);
            expect(memory.registered - memory.remaining).toBe(placed.reduce((sum, { details }) => sum + Number(details['memory']), 0));
          }
          for (const { details, reason, text } of tasks) {
            if (details['desiredStatus'] === 'STOPPED') expect([reason, text]).toEqual([expect.any(String), expect.any(String)]);
          }
          const desired = Number(serviceIn(frame).details['desired']);
          const started = frame.messages.some(({ log, text }) => log && text.includes('has started'));
          const present = tasks.filter((one) => !isOver(one) && one.status !== 'DEPROVISIONING');
          if (started) expect(present.length).toBeLessThanOrEqual(desired * 2);
          const serving = servingTasks(frame);
          const stops = frame.messages.filter(({ type, from, to }) => type === 'task.stop' && from === ids.service && serving.has(to));
          const left = tasks.filter(({ id, details }) => serving.has(id) && details['desiredStatus'] === 'RUNNING');
          if (stops.length > 0) expect(left.length).toBeGreaterThanOrEqual(desired);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('the world comes to rest, or goes on trying to start tasks whose image cannot be pulled', () => {
    fc.assert(
      fc.property(inputs, (list) => {
        const run = play(list, HORIZON);
        expect(atRest(run) || hasFault(lastMoment(run).world, 'image-pull-fails', ids.service)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

/** The tasks that a service counts as healthy: their container and their target are. */
function servingTasks(frame: Frame): ReadonlySet<string> {
  const resources = [...frame.resources.values()];
  const addresses = new Set(
    resources.filter(({ kind, status }) => kind === 'elbv2-target' && status === 'healthy').map(({ name }) => name),
  );
  const containers = resources.filter(
    ({ kind, health, details }) =>
      kind === 'ecs-container' && health === 'HEALTHY' && typeof details['address'] === 'string' && addresses.has(details['address']),
  );
  return new Set(containers.flatMap(({ id }) => (frame.relations.get(id) ?? []).map(({ to }) => to)));
}
