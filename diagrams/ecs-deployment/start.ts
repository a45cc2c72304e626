import type { Id } from '../../src/model/json.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';
import { arns, cluster, instance, loadBalancer, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';

/** The ids of what is there from the start. */
export const ids = {
  service: arns.service('web'),
  targetGroup: arns.targetGroup,
  revision: (revision: number): Id => arns.taskDefinition('web', revision),
} as const;

/** A revision of the task definition of `web`; only its image differs. */
const revision = (number: number, tag: string): Effect => taskDefinition('web', number, tag, { cpu: '512', memory: '1024' });

/** The world as it is made, `createdAt` being that moment: four revisions, room for twice the tasks, and a service that has yet to start its own. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  ...loadBalancer(),
  ...cluster({ instances: 3, services: 1, providers: ['ec2', 'FARGATE', 'FARGATE_SPOT'] }),
  revision(6, '6.0.0'),
  revision(7, '7.0.0'),
  revision(8, '8.0.0-broken'),
  revision(9, '9.0.0-missing'),
  ...instance('0a1', 'a', createdAt),
  ...instance('0b2', 'b', createdAt),
  ...instance('0c3', 'c', createdAt),
  ...service(
    {
      name: 'web',
      revision: 6,
      desiredCount: 4,
      deployment: 'ecs-svc/4152786339071528846',
      balanced: true,
      healthCheckGracePeriodSeconds: 10,
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
    },
    createdAt,
  ),
];
