import type { Id } from '../../src/model/json.ts';
import { demoNamespace, registry, registryArn } from '../../src/simulation/cloud-map/small-registry.ts';
import { arns, awslogs, cluster, instance, loadBalancer, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';
import { newLogGroup } from '../../src/simulation/logs/log-group-machine.ts';

const REGISTRY = 'srv-web7c2kd9qx4mn';
const GROUP = '/ecs/web';

/** The ids of what is there from the start. */
export const ids = {
  cluster: arns.cluster,
  service: arns.service('web'),
  loadBalancer: arns.loadBalancer,
  registry: registryArn(REGISTRY),
  logGroup: arns.logGroup(GROUP),
  definition: arns.taskDefinition('web', 7),
  /** The `n`th task that the service starts. */
  task: (n: number): Id => arns.task('web', n),
  instance: (name: '0a1' | '0b2'): Id => arns.instance(name),
} as const;

/** The desired count that the reader meets. */
export const DESIRED_COUNT = 3;

const revision = (number: number, tag: string): Effect =>
  taskDefinition('web', number, tag, { cpu: '512', memory: '1024' }, awslogs(GROUP));

/** The world as it is made: everything that the seed of the lesson names, and a service that has yet to start its tasks. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  ...loadBalancer(),
  demoNamespace(createdAt),
  ...registry(REGISTRY, 'web', 60, createdAt),
  ...newLogGroup({ epoch: Date.parse(createdAt), time: 0 }, ids.logGroup, 30),
  ...cluster({ instances: 2, services: 1, providers: ['ec2', 'FARGATE'] }),
  revision(7, '7.0.1'),
  revision(8, '8.0.0'),
  revision(9, '9.0.0-missing'),
  ...instance('0a1', 'a', createdAt),
  ...instance('0b2', 'b', createdAt),
  ...service(
    {
      name: 'web',
      revision: 7,
      desiredCount: DESIRED_COUNT - 1,
      deployment: 'ecs-svc/4152786339071528846',
      balanced: true,
      capacity: {
        capacityProviderStrategy: [
          { capacityProvider: 'ec2', base: 0, weight: 2 },
          { capacityProvider: 'FARGATE', base: 0, weight: 1 },
        ],
      },
      serviceRegistries: [{ registryArn: ids.registry }],
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
