import type { Effect } from '../../src/simulation/engine/effect.ts';
import { arns, awslogs, cluster, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';
import { newLogGroup } from '../../src/simulation/logs/log-group-machine.ts';

/** The log group of both services. */
const GROUP = '/ecs/demo';

/** The ids of what is there from the start. */
export const ids = { web: arns.service('web'), orders: arns.service('orders'), group: arns.logGroup(GROUP) } as const;

/** The revisions of each family, in order: they differ only in what becomes of the lines. */
const logging = [
  { level: 'info', group: GROUP, options: { mode: 'blocking' } },
  { level: 'info', group: GROUP, options: { mode: 'non-blocking', 'max-buffer-size': '1m' } },
  { level: 'info', group: GROUP, options: {} },
  { level: 'debug', group: GROUP, options: { mode: 'non-blocking', 'max-buffer-size': '1m' } },
  { level: 'info', group: '/ecs/dmeo', options: {} },
  { level: 'info', group: '/ecs/dmeo', options: { 'awslogs-create-group': 'true' } },
] as const;

const revisions = (family: string): readonly Effect[] =>
  logging.map(({ level, group, options }, index) =>
    taskDefinition(
      family,
      index + 1,
      '1.4.0',
      { cpu: '256', memory: '512' },
      {
        ...awslogs(group, options),
        environment: [{ name: 'LOG_LEVEL', value: level }],
      },
    ),
  );

/** The world as it is made: a log group, and two services on Fargate, orders in blocking mode and web in non-blocking mode. */
export function startingWorld(createdAt: string): readonly Effect[] {
  const one = {
    desiredCount: 1,
    balanced: false,
    capacity: { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }] },
  } as const;
  return [
    ...cluster({ instances: 0, services: 2, providers: ['FARGATE'] }),
    ...newLogGroup({ epoch: Date.parse(createdAt), time: 0 }, ids.group, 30),
    ...revisions('web'),
    ...revisions('orders'),
    ...service({ ...one, name: 'web', revision: 2, deployment: 'ecs-svc/2718281828459045235' }, createdAt),
    ...service({ ...one, name: 'orders', revision: 1, deployment: 'ecs-svc/3141592653589793238' }, createdAt),
  ];
}
