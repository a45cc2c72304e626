import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-deployment/scenario.ts';
import { ids } from '../../diagrams/ecs-deployment/start.ts';
import type { Act, Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import type { Resource } from '../../src/model/resource.ts';
import { ecsApi } from '../../src/simulation/ecs/api.ts';
import { updateService } from '../../src/simulation/ecs/offers.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt, lastMoment, logAt } from '../../src/simulation/engine/run.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-deployment', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });
});

const play = (inputs: readonly Input[], until = 480_000): Run => extendTo(beginRun(scenario, { inputs }), until);
const end = (run: Run): Frame => frameAt(run, run.length - 1);

/** What the service said after time 0, with short names. */
const said = (run: Run): readonly string[] =>
  logAt(run, run.length - 1)
    .filter(({ at }) => at >= 0)
    .map(({ text }) =>
      text
        .replace(/ [0-9a-f]{32}/g, ' ID')
        .replace(/ecs-svc\/\d+/g, 'DEPLOYMENT')
        .replace(/arn:\S+targetgroup\/\S+?(?=\))/g, 'GROUP'),
    );

function serviceIn(frame: Frame): Resource {
  const service = frame.resources.get(ids.service);
  if (service === undefined) throw new Error('The frame has no service web.');
  return service;
}

/** Does what an action of the diagram does, with one of its choices. */
function choose(id: string, value: string): Act {
  const frame = frameAt(beginRun(scenario), 0);
  const action = scenario.actions.find((one) => one.id === id);
  if (action === undefined) throw new Error(`ecs-deployment has no action ${id}.`);
  return { call: action.call(serviceIn(frame), frame, value) };
}

const tasksOf = (frame: Frame, revision: string): readonly Resource[] =>
  [...frame.resources.values()].filter(({ kind, details }) => kind === 'ecs-task' && details['revision'] === revision);

/** The frames of a run from time 0 on. */
function* framesOf(run: Run): Generator<Frame> {
  let frame = frameAt(run, 0);
  for (let index = 1; index < run.length; index += 1) yield (frame = frameAt(run, index, frame));
}

/** A task counts towards the ceiling until its containers have stopped. */
const takesRoom = ({ kind, status }: Resource): boolean =>
  kind === 'ecs-task' && !['DEPROVISIONING', 'STOPPED', 'DELETED'].includes(status);

/** The fewest healthy targets and the most tasks that a deployment of web:7 has under some limits. */
function extremes(limits: string): { readonly healthy: number; readonly tasks: number } {
  let [healthy, tasks] = [Infinity, 0];
  for (const frame of framesOf(
    play([
      { at: 1_000, ...choose('set-limits', limits) },
      { at: 2_000, ...choose('deploy', 'web:7') },
    ]),
  )) {
    healthy = Math.min(healthy, frame.measures['targets.healthy'] ?? 0);
    tasks = Math.max(tasks, [...frame.resources.values()].filter(takesRoom).length);
    expect(frame.measures['requests.failed']).toBe(0);
  }
  return { healthy, tasks };
}

describe('limits of a deployment', () => {
  test.each([
    ['100/200', { healthy: 4, tasks: 8 }],
    ['100/150', { healthy: 4, tasks: 6 }],
    ['50/100', { healthy: 2, tasks: 4 }],
    ['50/150', { healthy: 2, tasks: 6 }],
  ])('%s bound how many targets are missing and how many tasks are extra', (limits, expected) => {
    expect(extremes(limits)).toEqual(expected);
  });

  test('are shown with the service, and begin no deployment', () => {
    const frame = end(play([{ at: 1_000, ...choose('set-limits', '50/150') }], 30_000));
    expect(serviceIn(frame)).toMatchObject({
      reason: 'COMPLETED',
      details: { minimumHealthyPercent: 50, maximumPercent: 150, circuitBreaker: 'on, with rollback', deployments: 1 },
    });
  });

  test('that are no whole numbers are refused', () => {
    const { world } = lastMoment(beginRun(scenario));
    const { reply } = ecsApi(updateService('web', { deploymentConfiguration: { maximumPercent: 'much' } }), world);
    expect(reply).toMatchObject({ ok: false, body: { __type: 'InvalidParameterException' } });
  });
});

describe('a revision that answers 503', () => {
  test('reaches RUNNING, fails its checks three times, and is rolled back', () => {
    const run = play([{ at: 1_000, ...choose('deploy', 'web:8') }]);
    const events = said(run);
    expect(events).toContain(
      '(service web) (task ID) (port 8080) is unhealthy in (target-group GROUP) due to (reason Health checks failed with these codes: [503]).',
    );
    expect(events).toContain('(service web) (deployment DEPLOYMENT) deployment failed: tasks failed to start.');
    expect(events).toContain('(service web) rolling back to deployment DEPLOYMENT.');
    expect(serviceIn(end(run))).toMatchObject({ reason: 'COMPLETED', details: { revision: 'web:6', running: 4 } });
    for (const frame of framesOf(run)) expect(frame.measures['requests.failed']).toBe(0);
  });

  test('stays half deployed and FAILED when the circuit breaker does not roll back, until you deploy the old revision', () => {
    const broken: readonly Input[] = [
      { at: 1_000, ...choose('set-breaker', 'on') },
      { at: 2_000, ...choose('deploy', 'web:8') },
    ];
    const failed = end(play(broken, 200_000));
    expect(serviceIn(failed)).toMatchObject({ reason: 'FAILED', details: { revision: 'web:8' } });
    expect(failed.measures['targets.healthy']).toBe(4);
    const back = end(play([...broken, { at: 200_000, ...choose('deploy', 'web:6') }]));
    expect(serviceIn(back)).toMatchObject({ reason: 'COMPLETED', details: { revision: 'web:6', running: 4 } });
  });
});

describe('a revision whose image does not exist', () => {
  test('is tried again and again, with growing waits, when the circuit breaker is off', () => {
    const run = play([
      { at: 1_000, ...choose('set-breaker', 'off') },
      { at: 2_000, ...choose('deploy', 'web:9') },
    ]);
    expect(said(run)).toContain('(service web) is unable to consistently start tasks successfully.');
    const service = serviceIn(end(run));
    expect(service.reason).toBe('IN_PROGRESS');
    expect(Number(service.details['failedTasks'])).toBeGreaterThan(4);
    expect(service.waitingFor?.map(({ code }) => code)).toContain('restart-throttle');
  });
});

describe('what breaks in ecs-deployment', () => {
  const [task] = tasksOf(frameAt(beginRun(scenario), 0), 'web:6');
  const target = task?.id ?? '';
  const at = 1_000;

  test('an image that cannot be pulled fails a good revision as well, and it deploys when pulls work again', () => {
    const fault = { at, fault: 'image-pull-fails', target: ids.service, on: true } as const;
    const failing = play([fault, { at: at + 1, ...choose('deploy', 'web:7') }]);
    expect(said(failing)).toContain('(service web) rolling back to deployment DEPLOYMENT.');
    expect(serviceIn(end(failing)).details).toMatchObject({ revision: 'web:6', running: 4 });
    const again = play([fault, { ...fault, at: 100_000, on: false }, { at: 100_001, ...choose('deploy', 'web:7') }]);
    expect(serviceIn(end(again))).toMatchObject({ reason: 'COMPLETED', details: { revision: 'web:7', running: 4 } });
  });

  test('a task that fails its health checks is replaced before it stops', () => {
    const events = said(play([{ at, fault: 'health-check-fails', target, on: true }]));
    expect(events[0]).toBe('(service web) has started 1 tasks: (task ID). Amazon ECS replaced 1 tasks due to an unhealthy status.');
    expect(events.at(-1)).toBe('(service web) has reached a steady state.');
  });

  test('a container that exits ends its task, and another one takes its place', () => {
    const run = play([{ at, fault: 'container-exits', target, on: true }], 30_000);
    expect(end(run).resources.get(target)).toMatchObject({ status: 'STOPPED', reason: 'EssentialContainerExited' });
    expect(serviceIn(end(run)).details).toMatchObject({ running: 4 });
  });
});
