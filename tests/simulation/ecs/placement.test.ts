import { describe, expect, test } from 'vitest';
import type { Spread } from '../../../src/simulation/ecs/placement.ts';
import { chooseProvider } from '../../../src/simulation/ecs/capacity-strategy.ts';
import { newInstance } from '../../../src/simulation/ecs/new-instance.ts';
import { instanceChooser, misfit, needOf, placementFailure, resourcesAfter } from '../../../src/simulation/ecs/placement.ts';

const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo';
const need = { cpu: 512, memory: 1024, ports: ['8080'] };
const lot = () => 0;
const spread = { zones: new Map<string, number>(), instances: new Map<string, number>() };
const instance = (id: string, zone: string, cpu = 2048) =>
  newInstance(CLUSTER, id, `i-${id}`, 'ACTIVE', '2026-11-23T09:00:00.000Z', { cpu, memory: 4096, zone, instanceType: 'm5.large' });

describe('placement', () => {
  test('prefers the zone with the fewest tasks of the service, and in it the instance with the fewest', () => {
    const fleet = [instance('a1', 'a'), instance('b1', 'b'), instance('b2', 'b')];
    const zones = new Map([
      ['a', 2],
      ['b', 1],
    ]);
    const b1 = fleet[1]?.containerInstanceArn ?? '';
    expect(instanceChooser({}, need, { zones, instances: new Map([[b1, 1]]) }, lot)(fleet)?.ec2InstanceId).toBe('i-b2');
  });

  test('passes over instances that are draining, not connected, or without room', () => {
    const fleet = [
      { ...instance('a1', 'a'), status: 'DRAINING' },
      { ...instance('a2', 'a'), agentConnected: false },
      instance('a3', 'a', 256),
    ];
    expect(instanceChooser({}, need, spread, lot)(fleet)).toBeUndefined();
  });

  test('gives a host port to one task of an instance', () => {
    const one = instance('a1', 'a');
    const taken = { ...one, remainingResources: resourcesAfter(one.remainingResources, need, 'take') };
    expect(misfit(taken, need)).toBe('is already using a port required by your task');
    expect(resourcesAfter(taken.remainingResources, need, 'give')).toEqual(one.remainingResources);
  });

  const shape = { cpu: 2048, instanceType: 'm5.large' };
  const sized = (id: string, zone: string, memory: number) =>
    newInstance(CLUSTER, id, `i-${id}`, 'ACTIVE', '2026-11-23T09:00:00.000Z', { ...shape, memory, zone });
  const uneven = [sized('a1', 'a', 4096), sized('a2', 'a', 1024), sized('b1', 'b', 2048), sized('b2', 'b', 512)];
  const taskOn = (arn: string): Spread => ({ zones: new Map([['a', 1]]), instances: new Map([[arn, 1]]) });

  test.each([
    ['binpack on memory packs the fullest instance on which the task fits', [{ type: 'binpack', field: 'memory' }], 'i-a2'],
    ['spread over instances does not look at zones', [{ type: 'spread', field: 'instanceId' }], 'i-a2'],
    [
      'a second step decides only where the first leaves a tie',
      [
        { type: 'spread', field: 'attribute:ecs.availability-zone' },
        { type: 'binpack', field: 'memory' },
      ],
      'i-b1',
    ],
    ['an empty strategy is the default one', [], 'i-b1'],
  ] as const)('%s', (_, placementStrategy, expected) => {
    const spread = taskOn(uneven[0]?.containerInstanceArn ?? '');
    expect(instanceChooser({ placementStrategy }, need, spread, lot)(uneven)?.ec2InstanceId).toBe(expected);
  });

  test('distinctInstance leaves out instances that have a task of the service, and says so when none is left', () => {
    const [one] = uneven;
    if (one === undefined) throw new Error('The fleet is empty.');
    const rules = { placementConstraints: [{ type: 'distinctInstance' }] } as const;
    const spread = taskOn(one.containerInstanceArn);
    expect(instanceChooser(rules, need, spread, lot)([one])).toBeUndefined();
    expect(placementFailure([one], need, rules, spread)).toMatch(
      /a1 encountered error "DistinctInstance placement constraint unsatisfied\."\.$/,
    );
  });

  test.each([
    ['awsvpc', { containerPort: 80, hostPort: 80 }, []],
    ['bridge', { containerPort: 80, hostPort: 8080 }, ['8080']],
    ['bridge', { containerPort: 80, hostPort: 0 }, []],
    ['bridge', { containerPort: 80 }, []],
    ['host', { containerPort: 80 }, ['80']],
  ] as const)('in %s mode a container that maps %j takes the host ports %j', (networkMode, mapping, ports) => {
    const definition = {
      taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:1',
      family: 'web',
      revision: 1,
      status: 'ACTIVE',
      compatibilities: ['EC2'],
      cpu: '256',
      memory: '512',
    } as const;
    expect(needOf({ ...definition, networkMode, containerDefinitions: [{ name: 'web', portMappings: [mapping] }] }).ports).toEqual(ports);
  });

  test('memberOf leaves out instances of which its expression does not hold, and says so when none is left', () => {
    const rules = { placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.availability-zone == b' }] } as const;
    expect(instanceChooser(rules, need, spread, lot)([instance('a1', 'a'), instance('b1', 'b')])?.ec2InstanceId).toBe('i-b1');
    expect(placementFailure([instance('a1', 'a')], need, rules)).toMatch(
      /a1 encountered error "MemberOf placement constraint unsatisfied\."\.$/,
    );
  });

  test('names the closest instance and what it lacks', () => {
    expect(placementFailure([instance('a1', 'a', 128), instance('a2', 'a', 256)], need)).toBe(
      'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance a2 has insufficient CPU units available.',
    );
  });

  test('fills the base of a strategy first and then splits by weight', () => {
    const strategy = [
      { capacityProvider: 'FARGATE', base: 2, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3 },
    ];
    const counts = new Map<string, number>();
    for (let task = 0; task < 10; task += 1) {
      const provider = chooseProvider(strategy, counts) ?? '';
      counts.set(provider, (counts.get(provider) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({ FARGATE: 4, FARGATE_SPOT: 6 });
  });
});
