import type { Id } from '../../src/model/json.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';
import { arns, cluster, instance, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';

/** The services by name. */
export const ids = { cluster: arns.cluster, web: arns.service('web'), cache: arns.service('cache') } as const;

/** The names of the instances with their zones: one zone has a single instance. */
const fleet = { '0a1': 'a', '0a2': 'a', '0b3': 'b', '0b4': 'b', '0c5': 'c' } as const;

/** The ARN of an instance. */
export const instanceArn = (name: keyof typeof fleet): Id => arns.instance(name);

/** How many tasks of `web` the reader meets. */
export const DESIRED_COUNT = 6;

/** An ISO time some seconds later. */
const later = (time: string, seconds: number): string => new Date(Date.parse(time) + seconds * 1000).toISOString();

/** The world as it is made: five instances, a service `cache` that packs its tasks, and a service `web` that has no strategy yet. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  ...cluster({ instances: 5, services: 2, providers: ['ec2'] }),
  taskDefinition('cache', 3, '3.2.0', { cpu: '256', memory: '1536' }),
  taskDefinition('web', 7, '7.0.1', { cpu: '512', memory: '1024' }),
  ...Object.entries(fleet).flatMap(([name, zone], index) => instance(name, zone, later(createdAt, index - 60))),
  ...service(
    {
      name: 'cache',
      revision: 3,
      desiredCount: 4,
      deployment: 'ecs-svc/7283910465520938174',
      balanced: false,
      placementStrategy: [{ type: 'binpack', field: 'memory' }],
      deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 50 },
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
      deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 50 },
    },
    later(createdAt, 1),
  ),
];
