import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-placement/scenario.ts';
import { ids, instanceArn } from '../../diagrams/ecs-placement/start.ts';
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

describe('the story of ecs-placement', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });

  test('says in an event that the constraint leaves a task without a place', () => {
    expect(said(story)).toContain(
      '(service web) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance ID encountered error "DistinctInstance placement constraint unsatisfied.".',
    );
  });
});

/** By now all tasks of the scenario run and nothing is going on. */
const SETTLED = 20_000;

const play = (inputs: readonly Input[], until: number): Run => extendTo(beginRun(scenario, { inputs }), until);
const end = (run: Run): Frame => frameAt(run, run.length - 1);
const said = (run: Run): readonly string[] => logAt(run, run.length - 1).map(({ text }) => text.replace(/ [0-9a-f]{32}/g, ' ID'));

/** Does what an action of the diagram does, with one of its choices. */
function choose(id: string, value: string): Act {
  const frame = end(play([], SETTLED));
  const web = frame.resources.get(ids.web);
  const action = scenario.actions.find((one) => one.id === id);
  if (web === undefined || action === undefined) throw new Error(`ecs-placement has no action ${id} or no service web.`);
  return { call: action.call(web, frame, value) };
}

const tasksOf = (frame: Frame, where: (task: Resource) => boolean): readonly Resource[] =>
  [...frame.resources.values()].filter((one) => one.kind === 'ecs-task' && one.status === 'RUNNING' && where(one));
const webTasks = (frame: Frame): readonly Resource[] => tasksOf(frame, ({ details }) => details['revision'] === 'web:7');

describe('an action of ecs-placement', () => {
  const options = scenario.actions.flatMap(({ id, choice }) =>
    choice?.type === 'option' ? choice.options.map(({ value, label }) => [`${id}: ${label}`, choose(id, value)] as const) : [],
  );

  test.each(options)('%s is understood, and all tasks of web run again', (_, deed) => {
    const frame = end(play([{ at: SETTLED, ...deed }], 240_000));
    const distinct = JSON.stringify(deed).includes('distinctInstance');
    expect(webTasks(frame)).toHaveLength(distinct ? 5 : 6);
  });

  test('random draws other instances than the order of their ids', () => {
    const frame = end(play([{ at: SETTLED, ...choose('set-strategy', 'type=random') }], 240_000));
    expect(new Set(webTasks(frame).map(({ details }) => details['instance'])).size).toBeGreaterThan(1);
  });

  test('spread over zones, then binpack keeps the zones even and fills one instance of each', () => {
    const value = 'type=spread,field=attribute:ecs.availability-zone type=binpack,field=memory';
    const frame = end(play([{ at: SETTLED, ...choose('set-strategy', value) }], 240_000));
    const counts = Map.groupBy(webTasks(frame), ({ details }) => details['zone']);
    expect([...counts.values()].map((tasks) => tasks.length)).toEqual([2, 2, 2]);
  });

  test('a strategy that nobody knows is refused', () => {
    const placementStrategy = [{ type: 'stack' }];
    const { reply } = ecsApi(updateService('web', { placementStrategy }), lastMoment(play([], SETTLED)).world);
    expect(reply).toMatchObject({ ok: false, body: { __type: 'InvalidParameterException' } });
  });
});

describe('what breaks in ecs-placement', () => {
  const lost = instanceArn('0c5');

  test('an instance that is lost takes its tasks along, and web finds other places in the zones that are left', () => {
    const frame = end(play([{ at: SETTLED, fault: 'instance-lost', target: lost, on: true }], 240_000));
    expect(frame.resources.get(lost)).toMatchObject({ status: 'INACTIVE' });
    expect(webTasks(frame).map(({ details }) => details['zone'])).not.toContain('eu-west-1c');
    expect(webTasks(frame)).toHaveLength(6);
  });

  test('with no CPU left the service names what the closest instance lacks, and goes on when it is given back', () => {
    const broken: readonly Input[] = [
      { at: SETTLED, fault: 'no-capacity', target: ids.cluster, on: true },
      { at: SETTLED + 1, ...choose('set-desired-count', '7') },
    ];
    expect(said(play(broken, 120_000))).toContain(
      '(service web) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance ID has insufficient CPU units available.',
    );
    const repaired = play([...broken, { at: 120_000, fault: 'no-capacity', target: ids.cluster, on: false }], 240_000);
    expect(webTasks(end(repaired))).toHaveLength(7);
  });
});
