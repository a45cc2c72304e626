import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-service-discovery/scenario.ts';
import { ids } from '../../diagrams/ecs-service-discovery/start.ts';
import type { Act, Input } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import type { Id } from '../../src/model/json.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-service-discovery', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });
});

/** By now the cache has three addresses, all of them answer, and its TTL has long to go. */
const SETTLED = 90_000;

const play = (inputs: readonly Input[], until: number): Run => extendTo(beginRun(scenario, { inputs }), until);
const end = (run: Run): Frame => frameAt(run, run.length - 1);
const all = (frame: Frame, kind: Kind): readonly Resource[] => [...frame.resources.values()].filter((one) => one.kind === kind);
const broken = (fault: string, target: Id, on = true, at = SETTLED): Input => ({ at, fault, target, on });

const settled = end(play([], SETTLED));
const cached = all(settled, 'dns-record');
const called = settled.relations.get(cached[0]?.id ?? '')?.find(({ kind }) => kind === 'routes-to')?.to ?? '';

/** What calls to the address of the broken task get at a time, and how many calls fail in a second. */
function seen(run: Run, at: number): readonly [string | undefined, number | undefined] {
  const frame = frameAt(run, indexAt(run, at));
  return [frame.resources.get(cached[0]?.id ?? '')?.status, frame.measures['requests.failed']];
}

function choose(id: string, value: string): Act {
  const action = scenario.actions.find((one) => one.id === id);
  const resource = action && all(settled, action.on)[0];
  if (action === undefined || resource === undefined) throw new Error(`ecs-service-discovery has no action ${id}, or nothing to do it to.`);
  return { call: action.call(resource, settled, value) };
}

describe('a fault of ecs-service-discovery', () => {
  test.each([
    ['health-check-fails', '503'],
    ['process-hangs', 'ETIMEDOUT'],
    ['container-exits', 'ECONNREFUSED'],
  ])('%s fails the calls to one address with %s, until an answer lacks it', (fault, outcome) => {
    const run = play([broken(fault, called)], 300_000);
    expect(seen(run, SETTLED + 500)).toEqual([outcome, 40]);
    expect(end(run).measures['requests.failed']).toBe(0);
    expect(all(end(run), 'dns-record').map(({ id }) => id)).not.toContain(cached[0]?.id);
    expect(all(end(run), 'servicediscovery-instance').filter(({ status }) => status === 'HEALTHY')).toHaveLength(3);
  });

  test('instance-lost leaves the addresses of its tasks in Cloud Map until ECS knows, and in the cache until the TTL is over', () => {
    const run = play([broken('instance-lost', ids.instance)], 300_000);
    const soon = frameAt(run, indexAt(run, SETTLED + 1_000));
    expect(all(soon, 'dns-record').filter(({ status }) => status === 'ETIMEDOUT')).toHaveLength(1);
    expect(all(soon, 'servicediscovery-instance')).toHaveLength(3);
    expect(end(run).measures['requests.failed']).toBe(0);
  });

  test('registration-delayed keeps a task that runs out of Cloud Map, and then lets it in', () => {
    const run = play([broken('registration-delayed', ids.registry), { at: SETTLED + 1, ...choose('set-desired-count', '4') }], 260_000);
    const meanwhile = frameAt(run, indexAt(run, SETTLED + 60_000));
    expect(all(meanwhile, 'ecs-task').filter(({ status }) => status === 'RUNNING')).toHaveLength(4);
    expect(all(meanwhile, 'servicediscovery-instance')).toHaveLength(3);
    expect(meanwhile.resources.get(ids.registry)?.waitingFor).toEqual([{ code: 'registrations', values: { registrations: 1 } }]);
    expect(all(end(run), 'servicediscovery-instance')).toHaveLength(4);
  });

  test('a client that ignores the TTL calls a stopped task until it is restarted', () => {
    const acts = [broken('ttl-ignored', ids.answer), { at: SETTLED + 1, ...choose('set-desired-count', '2') }];
    expect(end(play(acts, 400_000)).measures['requests.failed']).toBe(40);
    expect(end(play([...acts, broken('ttl-ignored', ids.answer, false, 390_000)], 400_000)).measures['requests.failed']).toBe(0);
  });
});

describe('a setting of ecs-service-discovery', () => {
  test('a shorter TTL ends the errors of a scale-in sooner', () => {
    const failingFor = (ttl: string): number => {
      const run = play(
        [
          { at: SETTLED, ...choose('set-ttl', ttl) },
          { at: 200_000, ...choose('set-desired-count', '2') },
        ],
        600_000,
      );
      const times = Array.from({ length: run.length }, (_, index) => frameAt(run, index));
      const bad = times.filter(({ measures }) => (measures['requests.failed'] ?? 0) > 0).map(({ time }) => time);
      const good = times.find(({ time }) => time > (bad.at(-1) ?? 0))?.time ?? Infinity;
      return good - (bad[0] ?? 0);
    };
    expect(failingFor('10')).toBeLessThan(11_000);
    expect(failingFor('300')).toBeGreaterThan(60_000);
  });

  test('without a task the name is not found, every call fails, and the name is asked for again', () => {
    const acts = [{ at: SETTLED, ...choose('set-desired-count', '0') }];
    const none = end(play(acts, 200_000));
    expect(none.resources.get(ids.answer)).toMatchObject({ status: 'NXDOMAIN', details: { ttl: 15 } });
    expect(none.measures).toMatchObject({ 'requests.served': 0, 'requests.failed': 120 });
    expect(end(play([...acts, { at: 200_000, ...choose('set-desired-count', '1') }], 300_000)).measures['requests.failed']).toBe(0);
  });

  test('an answer holds at most eight addresses, and another eight when it is asked again', () => {
    const run = play([{ at: SETTLED, ...choose('set-desired-count', '10') }], 300_000);
    const held = (at: number) =>
      all(frameAt(run, indexAt(run, at)), 'dns-record')
        .map(({ name }) => name)
        .sort();
    expect(all(end(run), 'servicediscovery-instance')).toHaveLength(10);
    expect(held(215_000)).toHaveLength(8);
    expect(held(275_000)).not.toEqual(held(215_000));
  });
});
