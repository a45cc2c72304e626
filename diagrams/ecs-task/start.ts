import type { Effect } from '../../src/simulation/engine/effect.ts';
import { emptyWorld } from '../../src/simulation/engine/world.ts';
import { patch, put } from '../../src/simulation/engine/effect.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import type { TaskDefinitionBody } from '../../src/simulation/ecs/objects.ts';
import { arns, cluster, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { newTask } from '../../src/simulation/ecs/start-task.ts';

const image = (name: string): string => `111122223333.dkr.ecr.eu-west-1.amazonaws.com/${name}`;
const check = (path: string) => ({
  command: ['CMD-SHELL', `curl -f ${path} || exit 1`],
  interval: 5,
  timeout: 2,
  retries: 3,
  startPeriod: 10,
});

/** The family of the task definition. */
export const FAMILY = 'orders';

const definition: TaskDefinitionBody = {
  taskDefinitionArn: arns.taskDefinition(FAMILY, 4),
  family: FAMILY,
  revision: 4,
  status: 'ACTIVE',
  networkMode: 'awsvpc',
  compatibilities: ['EC2', 'FARGATE'],
  cpu: '1024',
  memory: '2048',
  containerDefinitions: [
    { name: 'init', image: image('migrate:3.1.0-job'), essential: false },
    {
      name: 'db-proxy',
      image: image('db-proxy:1.4.2'),
      essential: true,
      startTimeout: 60,
      healthCheck: check('http://localhost:9901/ready'),
    },
    {
      name: 'app',
      image: image('orders:4.0.1'),
      essential: true,
      stopTimeout: 60,
      healthCheck: check('http://localhost:8080/healthz'),
      dependsOn: [
        { containerName: 'init', condition: 'SUCCESS' },
        { containerName: 'db-proxy', condition: 'HEALTHY' },
      ],
    },
    {
      name: 'metrics',
      image: image('metrics:2.2.0'),
      essential: false,
      dependsOn: [{ containerName: 'app', condition: 'START' }],
      restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 },
    },
  ],
};

const beginning = (createdAt: string) => {
  const place = { launchType: 'FARGATE', zone: 'eu-west-1a', provider: 'FARGATE_SPOT', instance: undefined } as const;
  const starter = { clusterArn: arns.cluster, group: `family:${FAMILY}`, startedBy: '' };
  return newTask(emptyWorld(ecsDomain, SEED, Date.parse(createdAt), 0), starter, definition, place, 1, arns.cluster);
};

const first = beginning('2026-11-23T09:00:00.000Z').task;

/** The id of a container of the task that the reader meets. */
export const container = (name: string): string => first.containers.find((one) => one.name === name)?.containerArn ?? '';

/** The ids of what is there from the start. */
export const ids = { task: first.taskArn, definition: definition.taskDefinitionArn } as const;

/** The world as it is made: a task definition, and a task of it that has just been run. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  ...cluster({ instances: 0, services: 0, providers: ['FARGATE', 'FARGATE_SPOT'] }),
  put({ id: definition.taskDefinitionArn, kind: 'ecs-task-definition', body: definition }),
  ...beginning(createdAt).effects,
  patch(arns.cluster, { pendingTasksCount: 1 }),
];
