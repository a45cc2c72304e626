import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-task/scenario.ts';
import { container, ids } from '../../diagrams/ecs-task/start.ts';
import type { Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import { lastPart } from '../../src/simulation/ecs/arns.ts';
import { ecsCall } from '../../src/simulation/ecs/offers.ts';
import { AGENT, REGISTRY } from '../../src/simulation/ecs/drawn-parts.ts';
import { messagesBetween } from '../../src/simulation/engine/playback.ts';
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
      `ECS Task State Change of task ${lastPart(ids.task)}: lastStatus RUNNING, desiredStatus STOPPED, stoppedReason Your Spot Task was interrupted.`,
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

describe('what is drawn of a task', () => {
  const at = (time: number): Frame => frameAt(story, indexAt(story, time));
  const drawnIn = (time: number) => [...at(time).resources.values()];

  test('is its network interface, which comes and goes with its statuses', () => {
    const statusAt = (time: number) => drawnIn(time).find(({ kind }) => kind === 'ecs-attachment')?.status;
    expect([0, 8_500, 60_000, 164_500, 170_000].map(statusAt)).toEqual(['PRECREATED', 'ATTACHED', 'ATTACHED', 'DETACHING', 'DELETED']);
  });

  test('are its containers in the order of the definition', () => {
    const names = (kind: string) =>
      drawnIn(60_000)
        .filter((one) => one.kind === kind)
        .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
        .map(({ name }) => name);
    expect(names('ecs-container')).toEqual(['init', 'db-proxy', 'app', 'metrics']);
    expect(names('ecs-container-definition')).toEqual(names('ecs-container'));
  });

  test('is what holds a container back, until each condition is met', () => {
    const waitsAt = (time: number) => containerIn(at(time), 'app')?.waitingFor?.map(({ values }) => values?.['container']);
    expect(waitsAt(15_000)).toEqual(['init', 'db-proxy']);
    expect(waitsAt(25_900)).toEqual(['init']);
  });
});

test('the event log tells each status of a task that was run alone, and why it stopped', () => {
  const lines = logAt(story, story.length - 1).map(({ text }) => text.replace(/^.*: lastStatus (\w+), desiredStatus (\w+)/, '$1 $2'));
  expect(lines).toEqual([
    'PENDING RUNNING',
    'ACTIVATING RUNNING',
    'RUNNING RUNNING',
    'DEACTIVATING STOPPED',
    'STOPPING STOPPED',
    'DEPROVISIONING STOPPED',
    expect.stringMatching(/^STOPPED STOPPED, stoppedReason /),
  ]);
});

test('the agent asks the registry for an image before it starts the container, and signals it at the end', () => {
  const told = messagesBetween(story, 0, story.length - 1).filter(({ from }) => from === AGENT);
  const ofApp = told.filter(({ text }) => text.includes('container app')).map(({ to, type }) => [to, type]);
  const app = container('app');
  expect(ofApp).toEqual([
    [app, 'agent.pull'],
    [REGISTRY, 'image.asked'],
    [app, 'agent.start'],
    [app, 'signal.term'],
  ]);
});
