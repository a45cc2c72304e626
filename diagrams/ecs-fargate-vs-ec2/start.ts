import type { Effect } from '../../src/simulation/engine/effect.ts';
import {
  arns,
  behind,
  cluster,
  instance,
  loadBalancer,
  service,
  targetGroup,
  taskDefinition,
} from '../../src/simulation/ecs/small-cluster.ts';

/** The two services, alike but for their capacity. */
const names = { fargate: 'web-fargate', ec2: 'web-ec2' } as const;

/** The ids of what is there from the start. */
export const ids = {
  cluster: arns.cluster,
  fargate: arns.service(names.fargate),
  ec2: arns.service(names.ec2),
  instance: arns.instance('0b2'),
  drained: arns.instance('0c3'),
  task: arns.task(names.fargate, 1),
} as const;

/** The desired count of each that the reader meets. */
export const DESIRED_COUNT = 6;

const size = { cpu: '512', memory: '1024' };

/** A service behind a target group of its own, with two revisions to deploy. */
function copy(where: keyof typeof names, provider: string, deployment: string, createdAt: string): readonly Effect[] {
  const name = names[where];
  return [
    taskDefinition(name, 7, '7.0.1', size),
    taskDefinition(name, 8, '8.0.0', size),
    ...service(
      {
        name,
        revision: 7,
        desiredCount: DESIRED_COUNT - 1,
        deployment,
        balanced: true,
        loadBalancers: behind(arns.targetGroupOf(name), name),
        capacity: { capacityProviderStrategy: [{ capacityProvider: provider, weight: 1, base: 0 }] },
        deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
      },
      createdAt,
    ),
  ];
}

/** The world as it is made: one load balancer, three instances, and the same service twice. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  ...loadBalancer(Object.values(names).flatMap((name) => targetGroup({ TargetGroupArn: arns.targetGroupOf(name), TargetGroupName: name }))),
  ...cluster({ instances: 3, services: 2, providers: ['ec2', 'FARGATE'] }),
  ...instance('0a1', 'a', createdAt),
  ...instance('0b2', 'b', createdAt),
  ...instance('0c3', 'c', createdAt),
  ...copy('fargate', 'FARGATE', 'ecs-svc/6041957382214860973', createdAt),
  ...copy('ec2', 'ec2', 'ecs-svc/4152786339071528846', createdAt),
];
