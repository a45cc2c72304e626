import type { JsonObject } from '../../model/json.ts';
import { readDocument } from '../read-document.ts';
import type { Reading } from '../reading.ts';
import { snapshotName } from '../snapshot-frame.ts';
import type { Lists } from './sample-workload.ts';
import { clusterArn, instance, logGroup, logStream, service, target, task, taskDefinition, taskId } from './sample-parts.ts';

const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/storefront/73e2d6bc24d8a067';
const loadBalancerArn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';

/** The ECS side of a small shop: one service that is well, one whose new revision cannot be pulled, one without room, and a report in another Region. */
export const messyEcs: Lists = {
  clusters: [
    {
      clusterArn: clusterArn('eu-west-1', 'shop'),
      clusterName: 'shop',
      status: 'ACTIVE',
      registeredContainerInstancesCount: 3,
      runningTasksCount: 8,
      pendingTasksCount: 1,
      activeServicesCount: 3,
    },
    {
      clusterArn: clusterArn('us-east-1', 'office'),
      clusterName: 'office',
      status: 'ACTIVE',
      registeredContainerInstancesCount: 0,
      runningTasksCount: 1,
      pendingTasksCount: 0,
      activeServicesCount: 1,
    },
  ],
  services: [
    service('storefront', { family: 'storefront', revision: 12, desired: 5, running: 5, launchType: 'EC2', targetGroupArn }, [
      ['09:00:11', 'has reached a steady state.'],
      ['08:59:40', '(deployment ecs-svc/storefront-12) deployment completed.'],
    ]),
    service('checkout', { family: 'checkout', revision: 9, before: 8, desired: 2, running: 2, pending: 1, launchType: 'FARGATE' }, [
      ['10:28:31', 'is unable to consistently start tasks successfully.'],
      ['10:27:02', `has started 1 tasks: (task ${taskId('checkout', 3)}).`],
    ]),
    service('mailer', { family: 'mailer', revision: 3, desired: 2, running: 1, launchType: 'EC2' }, [
      [
        '10:29:40',
        'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance a1b2c3d4000000000000000000000001 has insufficient memory available.',
      ],
    ]),
    service(
      'reports',
      { family: 'reports', revision: 1, desired: 1, running: 1, launchType: 'FARGATE', region: 'us-east-1', cluster: 'office' },
      [['09:00:12', 'has reached a steady state.']],
    ),
  ],
  taskDefinitions: [
    taskDefinition('storefront', 12),
    taskDefinition('checkout', 8),
    taskDefinition('checkout', 9),
    taskDefinition('mailer', 3),
    taskDefinition('reports', 1, 'us-east-1'),
  ],
  tasks: [
    task('storefront', 12, 1, { host: 1, zone: 'a', health: 'HEALTHY' }),
    task('storefront', 12, 2, { host: 2, zone: 'b', health: 'HEALTHY' }),
    task('storefront', 12, 3, { host: 1, zone: 'a', health: 'HEALTHY' }),
    task('storefront', 12, 4, { host: 2, zone: 'b', health: 'HEALTHY' }),
    task('storefront', 12, 5, { host: 1, zone: 'a', health: 'HEALTHY' }),
    task('checkout', 8, 1, { zone: 'a', health: 'HEALTHY' }),
    task('checkout', 8, 2, { zone: 'b', health: 'HEALTHY' }),
    task('checkout', 9, 3, { zone: 'a', status: 'PENDING' }),
    task('checkout', 9, 4, {
      zone: 'b',
      status: 'STOPPED',
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref registry.example.com/checkout:9: not found',
    }),
    task('mailer', 3, 1, { host: 2, zone: 'b' }),
    task('reports', 1, 1, { zone: 'a', region: 'us-east-1', cluster: 'office' }),
  ],
  containerInstances: [
    instance(1, { zone: 'a', cpu: 512, memory: 768, tasks: 3 }),
    instance(2, { zone: 'b', cpu: 512, memory: 768, tasks: 3 }),
    instance(3, { zone: 'c', cpu: 2048, memory: 3840, tasks: 0, status: 'DRAINING', agentConnected: false }),
  ],
};

/** What is around it. */
export const messyAround: Lists = {
  loadBalancers: [{ LoadBalancerArn: loadBalancerArn, LoadBalancerName: 'shop', Type: 'application', State: { Code: 'active' } }],
  targetGroups: [
    {
      TargetGroupArn: targetGroupArn,
      TargetGroupName: 'storefront',
      Protocol: 'HTTP',
      Port: 80,
      TargetType: 'ip',
      LoadBalancerArns: [loadBalancerArn],
    },
  ],
  logGroups: [logGroup('storefront', 30), logGroup('checkout', 30), logGroup('mailer'), logGroup('reports', 90, 'us-east-1')],
  logStreams: [1, 2, 3, 4, 5].map((number) => logStream('storefront', number)),
  targetHealth: [1, 2, 3, 4, 5].map((number) => target(targetGroupArn, number, number === 5 ? 'draining' : 'healthy')),
};

const sample: JsonObject = {
  schema: snapshotName,
  version: 1,
  readAt: '2026-11-20T10:30:00.000Z',
  caller: { account: '111122223333' },
  regions: ['eu-west-1', 'us-east-1'],
  ecs: messyEcs,
  eks: {},
  around: messyAround,
  limits: [],
  denied: [],
  errors: [],
};

/** The bundled account, read through the same allow-list as any file. */
export const readSample = (): Reading => readDocument('The sample account', sample);
