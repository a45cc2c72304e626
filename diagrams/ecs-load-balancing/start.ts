import type { Effect } from '../../src/simulation/engine/effect.ts';
import { arns, cluster, instance, loadBalancer, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';

/** The ids of what is there from the start. */
export const ids = { service: arns.service('web'), targetGroup: arns.targetGroup, instance: arns.instance('0b2') } as const;

/** The desired count that the reader meets. */
export const DESIRED_COUNT = 3;

/** The world as it is made: a load balancer, three instances, and a service that has yet to start its tasks. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  ...loadBalancer(),
  ...cluster({ instances: 3, services: 1, providers: ['ec2'] }),
  taskDefinition('web', 7, '7.0.1', { cpu: '512', memory: '1024' }),
  ...instance('0a1', 'a', createdAt),
  ...instance('0b2', 'b', createdAt),
  ...instance('0c3', 'c', createdAt),
  ...service(
    {
      name: 'web',
      revision: 7,
      desiredCount: DESIRED_COUNT - 1,
      deployment: 'ecs-svc/4152786339071528846',
      balanced: true,
      healthCheckGracePeriodSeconds: 0,
      deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
    },
    createdAt,
  ),
];
