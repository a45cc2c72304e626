import type { Id } from '../../src/model/json.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';
import { arns, cluster, instance, loadBalancer, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';

/** The ids of what is there from the start. */
export const ids = {
  cluster: arns.cluster,
  service: arns.service('web'),
  loadBalancer: arns.loadBalancer,
  targetGroup: arns.targetGroup,
  revision: (revision: number): Id => arns.taskDefinition('web', revision),
} as const;

/** The desired count that the reader meets. */
export const DESIRED_COUNT = 4;

/** The ARNs of the instances, for the story. */
export const instanceArn = (name: '0a1' | '0b2' | '0c3'): Id => arns.instance(name);

/** A revision of the task definition of `web`; only its image differs. An instance has room for four of its tasks. */
const revision = (number: number, tag: string): Effect => taskDefinition('web', number, tag, { cpu: '512', memory: '1024' });

/** The world as it is made, `createdAt` being that moment: a cluster, three instances, and a service that has yet to start its tasks. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  ...loadBalancer(),
  ...cluster({ instances: 3, services: 1, providers: ['ec2', 'FARGATE', 'FARGATE_SPOT'] }),
  revision(7, '7.0.1'),
  revision(8, '8.0.0'),
  revision(9, '9.0.0-missing'),
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
      healthCheckGracePeriodSeconds: 10,
      deploymentConfiguration: {
        maximumPercent: 200,
        minimumHealthyPercent: 100,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
    },
    createdAt,
  ),
];
