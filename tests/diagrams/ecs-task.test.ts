import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-task/scenario.ts';
import { container, ids } from '../../diagrams/ecs-task/start.ts';
import type { Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import { ecsCall } from '../../src/simulation/ecs/offers.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt, logAt } from '../../src/simulation/engine/run.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-task', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });
});

/** By now the task is RUNNING. */
const SETTLED = 60_000;

const play = (inputs: readonly Input[], until: number): Run => extendTo(beginRun(scenario, { inputs }), until);
const end = (run: Run): Frame => frameAt(run, run.length - 1);
const fault = (id: string, name: string, at = SETTLED): Input => ({ at, fault: id, target: container(name), on: true });
const stop = (at: number): Input => ({ at, call: ecsCall('StopTask', { task: ids.task }) });
const taskIn = (frame: Frame) => frame.resources.get(ids.task);
const containerIn = (frame: Frame, name: string) => frame.resources.get(container(name));

describe('a container that ends', () => {
  test('ends the task when it is essential, and the others get SIGTERM', () => {
    const frame = end(play([fault('container-exits', 'app')], SETTLED + 10_000));
    expect(taskIn(frame)).toMatchObject({
      status: 'STOPPED',
      reason: 'EssentialContainerExited',
      text: 'Essential container in task exited',
    });
    expect(containerIn(frame, 'app')?.details['exitCode']).toBe(1);
    expect(containerIn(frame, 'db-proxy')).toMatchObject({ status: 'STOPPED' });
  });

  test('ends the task as well when an essential one exits with 0', () => {
    expect(taskIn(end(play([fault('container-completes', 'db-proxy')], SETTLED + 10_000)))).toMatchObject({
      reason: 'EssentialContainerExited',
    });
  });

  test('says that it ran out of memory, with the exit code of SIGKILL', () => {
    const frame = end(play([fault('out-of-memory', 'app')], SETTLED + 10_000));
    expect(containerIn(frame, 'app')).toMatchObject({
      text: 'OutOfMemoryError: Container killed due to memory usage',
      details: { exitCode: 137 },
    });
    expect(taskIn(frame)).toMatchObject({ status: 'STOPPED', reason: 'EssentialContainerExited' });
  });

  test('leaves the task alone when it is not essential, and is not restarted before its period is over', () => {
    const frame = end(play([fault('container-exits', 'metrics')], SETTLED + 10_000));
    expect(containerIn(frame, 'metrics')).toMatchObject({ status: 'STOPPED', details: { exitCode: 1 } });
    expect(taskIn(frame)).toMatchObject({ status: 'RUNNING', health: 'HEALTHY' });
  });

  test('is not restarted after an exit code that its policy ignores, however long it ran', () => {
    expect(containerIn(end(play([fault('container-completes', 'metrics', 130_000)], 140_000)), 'metrics')).toMatchObject({
      status: 'STOPPED',
    });
    expect(containerIn(end(play([fault('out-of-memory', 'metrics', 130_000)], 140_000)), 'metrics')).toMatchObject({ status: 'RUNNING' });
  });
});

describe('a task that cannot start', () => {
  test('is stopped with the words of the agent when the container that it needs fails', () => {
    const frame = end(play([fault('container-exits', 'init', 20_000)], SETTLED));
    expect(containerIn(frame, 'init')?.details['exitCode']).toBe(1);
    expect(containerIn(frame, 'app')).toMatchObject({ status: 'STOPPED', details: { exitCode: 143 } });
    expect(containerIn(frame, 'app')?.text).toMatch(
      /^CannotStartContainerError: dependency graph: failed to resolve container ordering dependency \[init\(.+\) \(STOPPED->RUNNING\) - Exit: 1\] for target \[app\(.+\)\] as dependency did not exit successfully\.$/,
    );
    expect(taskIn(frame)).toMatchObject({ status: 'STOPPED', reason: 'TaskFailedToStart' });
  });

  test('gives up when a dependency is not healthy within its startTimeout', () => {
    const inputs = [fault('health-check-fails', 'db-proxy', 11_000)];
    expect(taskIn(end(play(inputs, 80_000)))).toMatchObject({ status: 'ACTIVATING' });
    expect(taskIn(end(play(inputs, 90_000)))?.text).toMatch(/^CannotStartContainerError: .*has timed out\.$/);
  });

  test('names the image that cannot be pulled', () => {
    const frame = end(play([fault('image-pull-fails', 'app', 20_000)], SETTLED));
    expect(taskIn(frame)).toMatchObject({ reason: 'TaskFailedToStart' });
    expect(taskIn(frame)?.text).toMatch(/^CannotPullContainerError: /);
  });

  test('pulls no image when a secret is missing', () => {
    const frame = end(play([{ at: 1_000, fault: 'secret-missing', target: ids.task, on: true }], 20_000));
    expect(taskIn(frame)).toMatchObject({ status: 'STOPPED', reason: 'TaskFailedToStart' });
    expect(taskIn(frame)?.text).toMatch(/^ResourceInitializationError: /);
    expect(containerIn(frame, 'app')).toMatchObject({ status: 'STOPPED' });
  });
});

describe('a task that is stopped', () => {
  test('kills a container that ignores SIGTERM after its stopTimeout, and only then stops what it depends on', () => {
    const run = play([fault('ignores-sigterm', 'app'), stop(SETTLED + 1)], 160_000);
    const late = frameAt(run, indexAt(run, SETTLED + 60_000));
    expect(containerIn(late, 'app')).toMatchObject({ status: 'RUNNING', waitingFor: [{ code: 'sigkill', values: { seconds: 60 } }] });
    expect(containerIn(late, 'db-proxy')).toMatchObject({ status: 'RUNNING' });
    expect(containerIn(end(run), 'app')?.details['exitCode']).toBe(137);
    expect(taskIn(end(run))).toMatchObject({ status: 'STOPPED', reason: 'UserInitiated' });
  });

  test('starts no container that had not started', () => {
    const frame = end(play([stop(25_000)], 40_000));
    expect(containerIn(frame, 'app')).toMatchObject({ status: 'STOPPED' });
    expect(containerIn(frame, 'app')?.details).not.toHaveProperty('exitCode');
    expect(taskIn(frame)).toMatchObject({ status: 'STOPPED', reason: 'UserInitiated' });
  });

  test('by Fargate Spot is warned in an event while it is still RUNNING', () => {
    const run = play([{ at: SETTLED, fault: 'spot-warning', target: ids.task, on: true }], SETTLED + 20_000);
    expect(logAt(run, run.length - 1).map(({ text }) => text)).toContain(
      'ECS Task State Change: lastStatus RUNNING, desiredStatus STOPPED, stoppedReason Your Spot Task was interrupted.',
    );
    expect(taskIn(end(run))).toMatchObject({ status: 'STOPPED', reason: 'SpotInterruption', text: 'Your Spot Task was interrupted.' });
  });
});

test('a task that is unhealthy runs on, since no service looks after it', () => {
  expect(taskIn(end(play([fault('health-check-fails', 'app')], 120_000)))).toMatchObject({ status: 'RUNNING', health: 'UNHEALTHY' });
});

test('another task can be run from the same definition, and both are counted in the cluster', () => {
  const run = ecsCall('RunTask', { taskDefinition: 'orders:4', capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] });
  const frame = end(play([{ at: SETTLED, call: run }], 140_000));
  const tasks = [...frame.resources.values()].filter(({ kind }) => kind === 'ecs-task');
  expect(tasks.map(({ status }) => status)).toEqual(['RUNNING', 'RUNNING']);
  expect([...frame.resources.values()].find(({ kind }) => kind === 'ecs-cluster')?.details).toMatchObject({ running: 2, pending: 0 });
});
