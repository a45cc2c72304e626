import { describe, expect, it } from 'vitest';
import type { AutoScalingGroup, Instance } from '../../../../src/simulation/eks/node-group/auto-scaling-group.ts';
import { instanceToTerminate } from '../../../../src/simulation/eks/node-group/auto-scaling-group.ts';
import { nodeVersionFlaw, sizesFlaw } from '../../../../src/simulation/eks/node-group/eks-operations.ts';
import { maxUnavailable, surge } from '../../../../src/simulation/eks/node-group/nodegroup-object.ts';

const instance = (InstanceId: string, AvailabilityZone: string, Version: string): Instance => ({
  InstanceId,
  AvailabilityZone,
  LifecycleState: 'InService',
  HealthStatus: 'Healthy',
  LaunchTemplate: { LaunchTemplateName: 'eks-workers', Version },
});

const group = (...Instances: readonly Instance[]): AutoScalingGroup => ({
  AutoScalingGroupName: 'eks-workers',
  AutoScalingGroupARN: 'arn',
  MinSize: 1,
  MaxSize: 6,
  DesiredCapacity: Instances.length,
  AvailabilityZones: ['a', 'b', 'c'],
  LaunchTemplate: { LaunchTemplateName: 'eks-workers', Version: '2' },
  Instances,
  CreatedTime: '2026-11-02T08:14:00.000Z',
});

describe('the scale up of an update', () => {
  it.each([
    { zones: 5, unavailable: 1, more: 10 },
    { zones: 5, unavailable: 20, more: 20 },
    { zones: 3, unavailable: 1, more: 6 },
  ])('adds $more nodes for $zones zones when $unavailable go at a time', ({ zones, unavailable, more }) => {
    expect(surge(zones, unavailable)).toBe(more);
  });
});

describe('the number of nodes that are replaced at a time', () => {
  it.each([
    { config: {}, nodes: 9, count: 1 },
    { config: { maxUnavailable: 4 }, nodes: 9, count: 4 },
    { config: { maxUnavailablePercentage: 33 }, nodes: 9, count: 2 },
    { config: { maxUnavailablePercentage: 5 }, nodes: 9, count: 1 },
  ])('is $count of $nodes for $config', ({ config, nodes, count }) => {
    expect(maxUnavailable(config, nodes)).toBe(count);
  });
});

describe('the instance that a group gives up', () => {
  it('is one of another launch template version, even if its zone has few', () => {
    const old = instance('old', 'b', '1');
    expect(instanceToTerminate(group(instance('new-1', 'a', '2'), instance('new-2', 'a', '2'), old))).toBe(old);
  });

  it('is otherwise the oldest of the fullest zone', () => {
    const first = instance('first', 'a', '2');
    expect(instanceToTerminate(group(instance('other', 'b', '2'), first, instance('second', 'a', '2')))).toBe(first);
  });

  it('is none of those that go already', () => {
    expect(instanceToTerminate(group({ ...instance('going', 'a', '2'), LifecycleState: 'Terminating' }))).toBeUndefined();
  });
});

describe('what EKS refuses', () => {
  it.each([
    { sizes: { minSize: 3, maxSize: 6, desiredSize: 2 }, flaw: "Minimum capacity 3 can't be greater than desired size 2" },
    { sizes: { minSize: 1, maxSize: 3, desiredSize: 4 }, flaw: "desired capacity 4 can't be greater than max size 3" },
    { sizes: { minSize: 1, maxSize: 3, desiredSize: 3 }, flaw: undefined },
  ])('of the sizes $sizes is: $flaw', ({ sizes, flaw }) => {
    expect(sizesFlaw(sizes)).toBe(flaw);
  });

  it('are nodes newer than the control plane, and nodes that go back', () => {
    expect(nodeVersionFlaw('1.35', '1.35', '1.36')).toContain('newer than the control plane');
    expect(nodeVersionFlaw('1.36', '1.36', '1.35')).toContain('does not go back');
    expect(nodeVersionFlaw('1.36', '1.33', '1.36')).toBeUndefined();
  });
});
