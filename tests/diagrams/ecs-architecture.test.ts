import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-architecture/scenario.ts';
import { ids } from '../../diagrams/ecs-architecture/start.ts';
import type { Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-architecture', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });
});

const SETTLED = 55_000;

function after(inputs: readonly Input[], until: number): Frame {
  const run = extendTo(beginRun(scenario, { inputs }), until);
  return frameAt(run, run.length - 1);
}

const all = (frame: Frame, kind: Kind): readonly Resource[] => [...frame.resources.values()].filter((one) => one.kind === kind);

test('every ECS row of the seed is in the picture', () => {
  const kinds = new Set([...after([], 0).resources.values()].map(({ kind }) => kind));
  expect(
    [
      'ecs-cluster',
      'ecs-service',
      'ecs-task-definition',
      'ecs-task',
      'ecs-container',
      'ecs-container-instance',
      'ecs-capacity-provider',
      'servicediscovery-service',
      'elbv2-load-balancer',
      'logs-log-group',
    ].filter((kind) => !kinds.has(kind as Kind)),
  ).toEqual([]);
});

test('a steady world is still, although its containers have log drivers', () => {
  expect(after([], SETTLED).measures).toMatchObject({ 'logs.delivered': 0, 'logs.waiting': 0 });
  const run = extendTo(beginRun(scenario, { inputs: [] }), SETTLED + 600_000);
  expect(run.length - indexAt(run, SETTLED)).toBeLessThan(3);
});

test('without a path to CloudWatch Logs running tasks go on, and no new one starts', () => {
  const inputs: readonly Input[] = [
    { at: SETTLED, fault: 'logs-unreachable', target: ids.logGroup, on: true },
    { at: SETTLED + 1_000, fault: 'container-exits', target: ids.task(1), on: true },
  ];
  const tasks = all(after(inputs, SETTLED + 60_000), 'ecs-task');
  expect(tasks.filter(({ status }) => status === 'RUNNING')).toHaveLength(2);
  expect(tasks.find(({ reason }) => reason === 'TaskFailedToStart')?.details['containerReason']).toMatch(
    /^CannotStartContainerError: .*failed to initialize logging driver/,
  );
});
