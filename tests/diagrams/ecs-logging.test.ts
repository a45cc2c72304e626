import { describe, expect, test } from 'vitest';
import { ids } from '../../diagrams/ecs-logging/start.ts';
import scenario from '../../diagrams/ecs-logging/scenario.ts';
import type { Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Resource } from '../../src/model/resource.ts';
import { taskOf } from '../../src/simulation/ecs/objects.ts';
import { updateService } from '../../src/simulation/ecs/offers.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt, lastMoment } from '../../src/simulation/engine/run.ts';
import { logsApi } from '../../src/simulation/logs/logs-api.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-logging', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });
});

const play = (inputs: readonly Input[], until: number): Run => extendTo(beginRun(scenario, { inputs }), until);
const end = (run: Run): Frame => frameAt(run, run.length - 1);
const all = (frame: Frame, kind: Kind): readonly Resource[] => [...frame.resources.values()].filter((one) => one.kind === kind);
const linesOf = (resource: Resource | undefined): string => JSON.stringify(resource?.details['lines']);
const deploy = (service: string, revision: number): Input => ({
  at: 0,
  call: updateService(service, { taskDefinition: `${service}:${revision}` }),
});

describe('a log stream', () => {
  test('is named by prefix, container and task id', () => {
    const { world } = lastMoment(play([], 1_000));
    const serviceOf = (task: string): string => taskOf(world, task)?.group.replace('service:', '') ?? '';
    const expected = all(end(play([], 1_000)), 'ecs-task').map(({ id }) => `ecs/${serviceOf(id)}/${id.split('/').at(-1) ?? ''}`);
    const names = all(end(play([], 1_000)), 'logs-log-stream').map(({ details }) => details['stream']);
    expect(new Set(names)).toEqual(new Set(expected));
  });

  test('holds the last lines of a container that exited', () => {
    const [sick] = all(end(play([], 0)), 'ecs-task');
    const run = play([{ at: 1_000, fault: 'container-exits', target: sick?.id ?? '', on: true }], 2_000);
    const last = all(end(run), 'logs-log-stream').map(linesOf);
    expect(last.some((lines) => lines.includes('fatal: unhandled error, exit code 1'))).toBe(true);
  });
});

describe('a task that names a log group which does not exist', () => {
  const tasks = (run: Run) => all(end(run), 'ecs-task');

  test('does not start, and says why', () => {
    const failed = tasks(play([deploy('web', 5)], 60_000)).find(({ reason }) => reason === 'TaskFailedToStart');
    expect(failed?.text).toBe(
      'ResourceInitializationError: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
    );
  });

  test('starts with awslogs-create-group, and the new group keeps its events for ever', () => {
    const run = play([deploy('web', 6)], 60_000);
    expect(tasks(run).filter(({ status, details }) => status === 'RUNNING' && details['revision'] === 'web:6')).toHaveLength(1);
    expect(all(end(run), 'logs-log-group').map(({ name, details }) => [name, details['retention']])).toContainEqual([
      '/ecs/dmeo',
      'never expire',
    ]);
  });
});

describe('a fault of ecs-logging', () => {
  const broken = (fault: string, target: string, on = true, at = 5_000): Input => ({ at, fault, target, on });

  test('log-group-deleted loses every line, also after the group is there again, until a container starts anew', () => {
    const inputs = [broken('log-group-deleted', ids.group), broken('log-group-deleted', ids.group, false, 20_000)];
    expect(end(play(inputs, 40_000)).measures).toMatchObject({ 'logs.delivered': 0, 'logs.lost': 200 });
    const later = play([...inputs, { ...deploy('web', 3), at: 41_000 }], 120_000);
    expect(end(later).measures).toMatchObject({ 'logs.delivered': 100, 'logs.lost': 100 });
  });

  test('noisy-application writes twenty times as much, and all of it is delivered', () => {
    const [task] = all(end(play([], 0)), 'ecs-task');
    expect(end(play([broken('noisy-application', task?.id ?? '')], 30_000)).measures).toMatchObject({ 'logs.delivered': 2_100 });
  });

  test('logs-unreachable fills the buffer of the default size far later', () => {
    const inputs = [deploy('web', 3), broken('logs-unreachable', ids.group, true, 60_000)];
    expect(end(play(inputs, 200_000)).measures['logs.lost']).toBe(0);
  });
});

describe('the API of CloudWatch Logs', () => {
  const answer = (retentionInDays: number, logGroupName = '/ecs/demo') =>
    logsApi({ api: 'logs', operation: 'PutRetentionPolicy', input: { logGroupName, retentionInDays } }, lastMoment(play([], 0)).world);

  test('sets a retention that it knows, and refuses another or a group that is not there', () => {
    expect(answer(7).reply).toEqual({ ok: true, body: {} });
    expect(answer(8).reply).toMatchObject({ ok: false, body: { __type: 'InvalidParameterException' } });
    expect(answer(7, '/ecs/none').reply).toMatchObject({ ok: false, body: { __type: 'ResourceNotFoundException' } });
  });
});
