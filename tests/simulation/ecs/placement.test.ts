import { describe, expect, test } from 'vitest';
import { chooseProvider } from '../../../src/simulation/ecs/capacity-strategy.ts';
import { newInstance } from '../../../src/simulation/ecs/new-instance.ts';
import { chooseInstance, misfit, placementFailure, resourcesAfter } from '../../../src/simulation/ecs/placement.ts';

const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo';
const need = { cpu: 512, memory: 1024, ports: ['8080'] };
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
    expect(chooseInstance(fleet, need, { zones, instances: new Map([[b1, 1]]) })?.ec2InstanceId).toBe('i-b2');
  });

  test('passes over instances that are draining, not connected, or without room', () => {
    const fleet = [
      { ...instance('a1', 'a'), status: 'DRAINING' },
      { ...instance('a2', 'a'), agentConnected: false },
      instance('a3', 'a', 256),
    ];
    expect(chooseInstance(fleet, need, spread)).toBeUndefined();
  });

  test('gives a host port to one task of an instance', () => {
    const one = instance('a1', 'a');
    const taken = { ...one, remainingResources: resourcesAfter(one.remainingResources, need, 'take') };
    expect(misfit(taken, need)).toBe('is already using a port required by your task');
    expect(resourcesAfter(taken.remainingResources, need, 'give')).toEqual(one.remainingResources);
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
