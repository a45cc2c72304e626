import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-load-balancing/scenario.ts';
import { ids } from '../../diagrams/ecs-load-balancing/start.ts';
import type { Act, Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import type { Id } from '../../src/model/json.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt, lastMoment, logAt } from '../../src/simulation/engine/run.ts';
import { elbApi } from '../../src/simulation/network/elb-api.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-load-balancing', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });
});

/** By now three targets are healthy and nothing is going on. */
const SETTLED = 20_000;

const play = (inputs: readonly Input[], until: number): Run => extendTo(beginRun(scenario, { inputs }), until);
const end = (run: Run): Frame => frameAt(run, run.length - 1);
const all = (frame: Frame, kind: Kind): readonly Resource[] => [...frame.resources.values()].filter((one) => one.kind === kind);
const said = (run: Run): readonly string[] => logAt(run, run.length - 1).map(({ text }) => text.replace(/ [0-9a-f]{32}/g, ' ID'));

const settled = end(play([], SETTLED));
const sick = all(settled, 'ecs-task').find(({ status }) => status === 'RUNNING')?.id ?? '';

/** Does what an action of the diagram does, with one of its choices. */
function choose(id: string, value: string): Act {
  const action = scenario.actions.find((one) => one.id === id);
  const resource = action && all(settled, action.on)[0];
  if (action === undefined || resource === undefined) throw new Error(`ecs-load-balancing has no action ${id}, or nothing to do it to.`);
  return { call: action.call(resource, settled, value) };
}

const broken = (fault: string, target: Id, on = true, at = SETTLED): Input => ({ at, fault, target, on });

describe('a fault of ecs-load-balancing', () => {
  test.each([
    ['process-hangs', sick, 'Request timed out'],
    ['health-check-fails', sick, 'Health checks failed with these codes: [503]'],
  ])('%s makes the target unhealthy, and the task is replaced with the reason in an event', (fault, target, reason) => {
    const run = play([broken(fault, target)], 120_000);
    expect(said(run).some((text) => text.includes(`due to (reason ${reason}).`))).toBe(true);
    expect(end(run).resources.get(target)?.text).toMatch(/^Task failed ELB health checks in \(target-group /);
    expect(end(run).measures).toMatchObject({ 'requests.failed': 0, 'targets.healthy': 3 });
  });

  test('container-exits fails requests until the target is out of service', () => {
    const run = play([broken('container-exits', sick)], 120_000);
    expect(frameAt(run, indexAt(run, SETTLED + 1_000)).measures['requests.failed']).toBeGreaterThan(0);
    expect(end(run).measures).toMatchObject({ 'requests.failed': 0, 'targets.healthy': 3 });
  });

  test('a target whose process goes on in time stays healthy', () => {
    const run = play([broken('process-hangs', sick), broken('process-hangs', sick, false, SETTLED + 4_000)], 120_000);
    expect(end(run).resources.get(sick)).toMatchObject({ status: 'RUNNING' });
  });

  test('with a task that hangs the load balancer fails open to it as well when the path of the check is wrong', () => {
    const run = play([broken('check-path-wrong', ids.targetGroup), broken('process-hangs', sick)], SETTLED + 24_000);
    expect(end(run).measures).toMatchObject({ 'targets.healthy': 0, 'requests.failed': 40 });
  });

  test('a wrong path replaces tasks for as long as it lasts', () => {
    const replaced = (until: number) =>
      said(play([broken('check-path-wrong', ids.targetGroup)], until)).filter((text) => text.includes('[404]')).length;
    expect(replaced(240_000)).toBeGreaterThan(replaced(120_000));
  });
});

describe('a setting of ecs-load-balancing', () => {
  const lateBy = (setting: Act): number => {
    const run = play([{ at: SETTLED - 1_000, ...setting }, broken('process-hangs', sick)], 240_000);
    for (let index = indexAt(run, SETTLED); index < run.length; index += 1) {
      const frame = frameAt(run, index);
      if (all(frame, 'elbv2-target').some(({ status }) => status === 'unhealthy')) return frame.time - SETTLED;
    }
    return Infinity;
  };

  test('longer intervals and a higher threshold find a dead target later', () => {
    const usual = lateBy(choose('set-check-interval', '10'));
    expect(lateBy(choose('set-check-interval', '5'))).toBeLessThan(usual);
    expect(lateBy(choose('set-unhealthy-threshold', '5'))).toBeGreaterThan(usual);
  });

  test('the deregistration delay is how long a target drains', () => {
    const draining = (delay: string) => {
      const run = play(
        [
          { at: SETTLED, ...choose('set-deregistration-delay', delay) },
          { at: SETTLED + 1, ...choose('set-desired-count', '2') },
        ],
        60_000,
      );
      return all(end(run), 'elbv2-target').filter(({ status }) => status === 'draining').length;
    };
    expect([draining('0'), draining('60')]).toEqual([0, 1]);
  });

  test('the grace period keeps ECS, not the load balancer, from acting on a young task', () => {
    const acts: readonly Input[] = [
      { at: SETTLED, ...choose('set-grace-period', '120') },
      broken('process-hangs', sick, true, SETTLED + 1),
    ];
    const frame = end(play(acts, SETTLED + 25_000));
    expect(all(frame, 'elbv2-target').filter(({ status }) => status === 'unhealthy')).toHaveLength(1);
    expect(frame.resources.get(sick)).toMatchObject({ status: 'RUNNING' });
  });

  test('what the API does not take is refused', () => {
    const call = {
      api: 'elbv2',
      operation: 'ModifyTargetGroup',
      input: { TargetGroupArn: ids.targetGroup, HealthCheckIntervalSeconds: 1 },
    } as const;
    expect(elbApi(call, lastMoment(play([], SETTLED)).world).reply).toMatchObject({ ok: false });
  });
});

describe('the load of ecs-load-balancing', () => {
  const under = (requests: string) => end(play([{ at: SETTLED, ...choose('change-load', requests) }], SETTLED + 1_000)).measures;

  test('makes answers slower and the CPU busier, and fails what the targets cannot answer', () => {
    expect(under('240')['requests.latency']).toBeGreaterThan(under('60')['requests.latency'] ?? Infinity);
    expect(under('240')['cpu.used']).toBeGreaterThan(under('60')['cpu.used'] ?? Infinity);
    expect(under('240')['requests.failed']).toBe(0);
    expect(under('480')).toMatchObject({ 'requests.failed': 105, 'requests.elb-5xx': 105, 'cpu.used': 100 });
  });

  test('tells the errors of targets from those of the load balancer', () => {
    const just = (fault: string) => end(play([broken(fault, sick)], SETTLED + 1_000)).measures;
    expect(just('health-check-fails')).toMatchObject({ 'requests.target-5xx': 40, 'requests.elb-5xx': 0 });
    expect(just('process-hangs')).toMatchObject({ 'requests.target-5xx': 0, 'requests.elb-5xx': 40 });
  });
});
