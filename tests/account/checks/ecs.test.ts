import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Verdict } from '../../../src/account/checks/check.ts';
import type { Lists } from './evidences.ts';
import { judged, only } from './evidences.ts';
import { cluster, container, definition, goodEcs, service, target, targetGroupArn, task } from './parts.ts';

/** The good account with other lists. */
const but = (lists: Lists): Lists => ({ ...goodEcs, ...lists });
const withService = (more: JsonObject): Lists => but({ 'ecs.services': [service('web', more)] });
const withContainer = (more: JsonObject): Lists => but({ 'ecs.taskDefinitions': [definition([container(more)])] });
const without = (...lists: readonly string[]): Lists =>
  Object.fromEntries(Object.entries(goodEcs).filter(([list]) => !lists.includes(list)));
const settings = (value: string): JsonObject => ({ settings: [{ name: 'containerInsights', value }] });
const logs = (more: JsonObject): Lists =>
  but({
    'around.logGroups': [{ logGroupName: '/ecs/web', logGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/web', ...more }],
  });

const rows: readonly (readonly [check: string, verdict: Verdict, says: string, lists: Lists])[] = [
  ['ecs-fargate', 'pass', 'Its tasks run on Fargate.', goodEcs],
  [
    'ecs-fargate',
    'not-applicable',
    'Its tasks run on EC2, which is a different choice and not a failure.',
    withService({ launchType: 'EC2' }),
  ],
  [
    'ecs-fargate',
    'pass',
    'Its tasks run on Fargate.',
    but({
      'ecs.clusters': [cluster({ defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] })],
      'ecs.services': [service('web', { launchType: undefined })],
    }),
  ],
  [
    'ecs-fargate',
    'pass',
    'Part of its tasks runs on Fargate.',
    withService({
      launchType: undefined,
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', base: 1 },
        { capacityProvider: 'gpu', weight: 1 },
      ],
    }),
  ],
  ['ecs-fargate', 'unknown', 'Neither the service nor its cluster says what its tasks run on.', withService({ launchType: undefined })],

  ['ecs-service-discovery', 'pass', 'It uses Service Connect.', goodEcs],
  [
    'ecs-service-discovery',
    'pass',
    'It uses Cloud Map.',
    withService({
      deployments: [{ status: 'PRIMARY' }],
      serviceRegistries: [{ registryArn: 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1' }],
    }),
  ],
  [
    'ecs-service-discovery',
    'pass',
    'It uses VPC Lattice.',
    withService({ deployments: [{ status: 'PRIMARY', vpcLatticeConfigurations: [{ targetGroupArn, portName: 'http' }] }] }),
  ],
  [
    'ecs-service-discovery',
    'not-applicable',
    'It is the only service of its cluster.',
    withService({ deployments: [{ status: 'PRIMARY' }] }),
  ],
  [
    'ecs-service-discovery',
    'unknown',
    'What was read does not say whether others can find it by name.',
    withService({ deployments: undefined }),
  ],

  ['ecs-load-balancing', 'pass', 'An Application Load Balancer is in front of it; none of its targets is unhealthy.', goodEcs],
  [
    'ecs-load-balancing',
    'suggest',
    '1 of its 2 targets is unhealthy.',
    but({ 'around.targetHealth': [target('10.0.1.1', 'healthy'), target('10.0.2.1', 'unhealthy')] }),
  ],
  ['ecs-load-balancing', 'fail', 'None of its targets is healthy.', but({ 'around.targetHealth': [target('10.0.1.1', 'unhealthy')] })],
  [
    'ecs-load-balancing',
    'fail',
    'Its target group is attached to no load balancer.',
    but({ 'around.targetGroups': [{ TargetGroupArn: targetGroupArn, LoadBalancerArns: [] }] }),
  ],
  ['ecs-load-balancing', 'suggest', 'Its target group has no targets.', but({ 'around.targetHealth': [] })],
  ['ecs-load-balancing', 'unknown', 'The health of its targets was not read.', without('around.targetHealth')],
  ['ecs-load-balancing', 'unknown', 'Its target group was not read.', without('around.targetGroups')],
  ['ecs-load-balancing', 'not-applicable', 'No load balancer sends it requests; a worker needs none.', withService({ loadBalancers: [] })],

  ['ecs-logging', 'pass', 'Its containers write to CloudWatch Logs; its log group /ecs/web keeps 30 days.', goodEcs],
  ['ecs-logging', 'pass', 'Its containers write to FireLens.', withContainer({ logConfiguration: { logDriver: 'awsfirelens' } })],
  ['ecs-logging', 'fail', 'Its container web has no log configuration.', withContainer({ logConfiguration: undefined })],
  ['ecs-logging', 'suggest', 'Its log group /ecs/web keeps everything for ever.', logs({})],
  [
    'ecs-logging',
    'suggest',
    'Its container web writes by the driver splunk, not to CloudWatch Logs or FireLens.',
    withContainer({ logConfiguration: { logDriver: 'splunk' } }),
  ],
  ['ecs-logging', 'unknown', 'Its log group /ecs/web was not read.', without('around.logGroups')],
  ['ecs-logging', 'unknown', 'Its task definition was not read.', without('ecs.taskDefinitions')],

  ['ecs-container-insights', 'pass', 'Container Insights with enhanced observability is on.', goodEcs],
  ['ecs-container-insights', 'suggest', 'Container Insights is off.', but({ 'ecs.clusters': [cluster(settings('disabled'))] })],
  ['ecs-container-insights', 'unknown', 'The settings of the cluster were not read.', but({ 'ecs.clusters': [cluster()] })],

  ['ecs-hardening', 'fail', 'Its container web is privileged.', withContainer({ privileged: true })],
  [
    'ecs-hardening',
    'fail',
    'Its tasks see the processes of their host.',
    but({ 'ecs.taskDefinitions': [definition([container()], { pidMode: 'host' })] }),
  ],
  [
    'ecs-hardening',
    'suggest',
    'Its tasks have public addresses.',
    withService({ networkConfiguration: { awsvpcConfiguration: { subnets: [], assignPublicIp: 'ENABLED' } } }),
  ],
  [
    'ecs-hardening',
    'suggest',
    'Its container web can write to its root file system.',
    withContainer({ readonlyRootFilesystem: undefined }),
  ],
  ['ecs-hardening', 'suggest', 'Its container web runs as root.', withContainer({ user: '0:0' })],
  [
    'ecs-hardening',
    'suggest',
    'By its name, DB_PASSWORD of web may be a secret in clear text; this is a suspicion.',
    withContainer({ environment: [{ name: 'DB_PASSWORD', value: 'x' }] }),
  ],
  ['ecs-hardening', 'unknown', 'The image of web decides as which user it runs.', withContainer({ user: undefined })],
  ['ecs-hardening', 'unknown', 'Its task definition was not read.', without('ecs.taskDefinitions')],

  [
    'ecs-resilience',
    'suggest',
    'Its deployment circuit breaker is off.',
    withService({ deploymentConfiguration: { maximumPercent: 200 } }),
  ],
  [
    'ecs-resilience',
    'suggest',
    'Its circuit breaker stops a failed deployment but does not roll it back.',
    withService({ deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } } }),
  ],
  ['ecs-resilience', 'suggest', 'It wants one task, and the loss of that is an outage.', withService({ desiredCount: 1 })],
  ['ecs-resilience', 'suggest', 'Auto scaling does not change its number of tasks.', but({ 'around.scalableTargets': [] })],
  ['ecs-resilience', 'suggest', 'ECS does not rebalance its zones.', withService({ availabilityZoneRebalancing: 'DISABLED' })],
  ['ecs-resilience', 'fail', 'All its tasks are in one zone.', but({ 'ecs.tasks': [task('web', 1, 'a'), task('web', 2, 'a')] })],
  [
    'ecs-resilience',
    'suggest',
    'Its subnets are in one zone.',
    but({
      'ecs.tasks': [],
      'ecs.services': [
        service('web', { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'], assignPublicIp: 'DISABLED' } } }),
      ],
    }),
  ],
  ['ecs-resilience', 'unknown', 'Whether it has auto scaling was not read.', without('around.scalableTargets')],
  ['ecs-resilience', 'not-applicable', 'A daemon service has one task on each instance.', withService({ schedulingStrategy: 'DAEMON' })],
];

test.each(rows)('%s says %s: %s', (check, verdict, says, lists) => {
  const result = judged(check, lists);
  expect(only(result)).toMatchObject({ verdict, because: says });
  expect(result.verdict).toBe(verdict);
});

test.each(['ecs-hardening', 'ecs-resilience'])('%s passes an account that is as it wants it', (check) => {
  expect(only(judged(check, goodEcs))).toMatchObject({ verdict: 'pass' });
});

describe('several services', () => {
  const two = but({ 'ecs.services': [service('web'), service('mail', { launchType: 'EC2', deployments: [{ status: 'PRIMARY' }] })] });

  test('the share that runs on Fargate is told, and instances fail nothing', () => {
    expect(judged('ecs-fargate', two)).toMatchObject({ verdict: 'pass', summary: 'Of 2 services: 1 pass, 1 not applicable.' });
  });

  test('a service that others of its cluster cannot find is a suggestion', () => {
    expect(judged('ecs-service-discovery', two)).toMatchObject({
      verdict: 'suggest',
      summary: 'Of 2 services: 1 could be better, 1 pass.',
    });
  });
});

test('a suspicion names the variable and never its value', () => {
  const result = judged('ecs-hardening', withContainer({ environment: [{ name: 'API_TOKEN', value: 'sesame-7' }] }));
  expect(JSON.stringify(result)).toContain('API_TOKEN');
  expect(JSON.stringify(result)).not.toContain('sesame-7');
});
