import type { Id } from '../../src/model/json.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';
import { arns, cluster, instance, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';

/** What is there from the start, by name. */
export const ids = {
  cluster: arns.cluster,
  web: arns.service('web'),
  worker: arns.service('worker'),
  agent: arns.service('agent'),
  group: arns.capacityProvider('ec2'),
  fargate: arns.capacityProvider('FARGATE'),
  spot: arns.capacityProvider('FARGATE_SPOT'),
} as const;

/** The ARN of an instance. */
export const instanceArn = (name: '0a1' | '0b2' | '0c3'): Id => arns.instance(name);

/** How many tasks of `web` the reader meets. */
export const DESIRED_COUNT = 5;

/** One task on FARGATE before all others, and of the rest one in four. */
export const mixed = [
  { capacityProvider: 'FARGATE', base: 1, weight: 1 },
  { capacityProvider: 'FARGATE_SPOT', base: 0, weight: 3 },
];

/** The world as it is made: three instances of one Auto Scaling group, and three services that have yet to start their tasks. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  ...cluster({ instances: 3, services: 3, providers: ['ec2', 'FARGATE', 'FARGATE_SPOT'] }),
  taskDefinition('web', 7, '7.0.1', { cpu: '256', memory: '512' }),
  taskDefinition('worker', 4, '4.2.0', { cpu: '512', memory: '1024' }),
  taskDefinition('agent', 2, '2.1.0', { cpu: '128', memory: '256' }),
  ...instance('0a1', 'a', '2026-11-23T08:50:00.000Z'),
  ...instance('0b2', 'b', '2026-11-23T08:51:00.000Z'),
  ...instance('0c3', 'c', '2026-11-23T08:52:00.000Z'),
  ...service(
    {
      name: 'agent',
      revision: 2,
      desiredCount: 3,
      deployment: 'ecs-svc/7283910465520938174',
      balanced: false,
      schedulingStrategy: 'DAEMON',
      capacity: { launchType: 'EC2' },
      deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 0 },
    },
    createdAt,
  ),
  ...service(
    {
      name: 'worker',
      revision: 4,
      desiredCount: 3,
      deployment: 'ecs-svc/6041957382214860973',
      balanced: false,
      deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
    },
    createdAt,
  ),
  ...service(
    {
      name: 'web',
      revision: 7,
      desiredCount: DESIRED_COUNT - 1,
      deployment: 'ecs-svc/4152786339071528846',
      balanced: false,
      capacity: { capacityProviderStrategy: mixed },
      deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 50 },
    },
    createdAt,
  ),
];
