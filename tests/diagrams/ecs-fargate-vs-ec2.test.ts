import { describe, expect, test } from 'vitest';
import ec2 from '../../content/facts/ec2.yaml';
import definition from '../../diagrams/ecs-fargate-vs-ec2/diagram.yaml';
import scenario from '../../diagrams/ecs-fargate-vs-ec2/scenario.ts';
import topology from '../../diagrams/ecs-fargate-vs-ec2/topology.mmd';
import { prices } from '../../diagrams/prices.ts';
import { ids } from '../../diagrams/ecs-fargate-vs-ec2/start.ts';
import type { Act, Input } from '../../src/model/api-call.ts';
import { taskHour } from '../../src/model/capacity-price.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { beginRun, extendTo, indexAt, logAt } from '../../src/simulation/engine/run.ts';
import { updateService } from '../../src/simulation/ecs/offers.ts';
import { place } from '../../src/topology/place.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-fargate-vs-ec2', () => {
  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });
});

/** By now six tasks run on either side. */
const SETTLED = 45_000;

const play = (acts: readonly Act[], until: number) => {
  const inputs: readonly Input[] = acts.map((act) => ({ at: SETTLED, ...act }));
  return extendTo(beginRun(scenario, { inputs }), until);
};
const end = (acts: readonly Act[], until: number): Frame => {
  const run = play(acts, until);
  return frameAt(run, run.length - 1);
};

const scale = (desiredCount: number): readonly Act[] =>
  ['web-fargate', 'web-ec2'].map((name) => ({ call: updateService(name, { desiredCount }) }));

describe('what is done to both in ecs-fargate-vs-ec2', () => {
  test.each([
    ['scale-both', '9', [9, 9], ['web-fargate:7', 'web-ec2:7']],
    ['deploy-both', '8', [6, 6], ['web-fargate:8', 'web-ec2:8']],
  ])('%s %s is done to either service', (id, value, running, revisions) => {
    const offer = scenario.actions.find((one) => one.id === id);
    const before = end([], SETTLED);
    const cluster = before.resources.get(ids.cluster);
    if (offer === undefined || cluster === undefined) throw new Error(`The cluster has no action ${id}.`);
    const calls = [offer.call(cluster, before, value), ...(offer.also?.(cluster, before, value) ?? [])];
    const after = end(calls.map((call) => ({ call })), 200_000); // prettier-ignore
    const services = [ids.fargate, ids.ec2].map((service) => after.resources.get(service)?.details);
    expect(services.map((details) => details?.['running'])).toEqual(running);
    expect(services.map((details) => details?.['revision'])).toEqual(revisions);
  });
});

describe('the picture of ecs-fargate-vs-ec2', () => {
  test.each(definition.groupings)('has a column with its service for each capacity provider, Fargate first, $label', ({ nest }) => {
    const { spots } = place(topology, nest, frameAt(story, 0));
    const cluster = spots.get(ids.cluster)?.placed;
    const columns = cluster?.type === 'box' ? cluster.members : [];
    expect(columns.map((column) => (column.type === 'box' ? column.resource?.name : undefined))).toEqual(['FARGATE', 'ec2']);
    const columnOf = (id: string) => spots.get(id)?.around[0]?.resource?.name;
    expect([ids.fargate, ids.ec2, ids.instance].map(columnOf)).toEqual(['FARGATE', 'ec2', 'ec2']);
  });
});

describe('the cost in ecs-fargate-vs-ec2', () => {
  test('is that of each task on Fargate, and that of each instance on EC2', () => {
    const { measures } = end(scale(3), 120_000);
    expect(measures['fargate.cost']).toBeCloseTo(3 * taskHour({ vcpu: 0.5, gb: 1 }, prices), 10);
    expect(measures['ec2.cost']).toBeCloseTo(3 * Number(ec2['m5-large.price']?.value), 10);
  });

  test('of Fargate exceeds that of the instances only when they are full', () => {
    const [fewer, full] = [11, 12].map((count) => end(scale(count), 120_000).measures);
    expect(fewer?.['fargate.cost']).toBeLessThan(fewer?.['ec2.cost'] ?? 0);
    expect(full?.['fargate.cost']).toBeGreaterThan(full?.['ec2.cost'] ?? Infinity);
  });
});

describe('a fault of ecs-fargate-vs-ec2', () => {
  test('takes one task with a Fargate host, and several with an instance', () => {
    const failed = (fault: string, target: string) =>
      [...end([{ fault, target, on: true }], 75_000).resources.values()].filter(
        ({ kind, status, reason }) => kind === 'ecs-task' && status === 'STOPPED' && reason !== 'ServiceSchedulerInitiated',
      ).length;
    expect(failed('fargate-host-lost', ids.task)).toBe(1);
    expect(failed('instance-lost', ids.instance)).toBe(2);
  });

  test('no-capacity keeps new tasks off the instances, and not off Fargate', () => {
    const acts: readonly Act[] = [{ fault: 'no-capacity', target: ids.cluster, on: true }, ...scale(8)];
    expect(end(acts, 120_000).measures).toMatchObject({ 'fargate.running': 8, 'ec2.running': 6 });
  });

  test('does not let a full fleet deploy, since no task may stop before another runs', () => {
    const acts: readonly Act[] = [...scale(12), { call: updateService('web-ec2', { taskDefinition: 'web-ec2:8' }) }];
    const run = play(acts, 200_000);
    expect(logAt(run, run.length - 1).some(({ text }) => text.startsWith('(service web-ec2) was unable to place a task'))).toBe(true);
    expect(frameAt(run, run.length - 1).resources.get(ids.ec2)).toMatchObject({ reason: 'IN_PROGRESS' });
  });
});
