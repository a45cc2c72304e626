import type { ApiObject } from '../../model/api-object.ts';
import { count, object, text, texts } from '../../model/ecs/read.ts';
import { arnOf, placeOf } from '../arn.ts';
import type { Estate } from '../gather.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { ecsServiceFix } from './ecs-fixes.ts';
import { serviceName, servicesOf, tasksOf } from './ecs-services.ts';
import { actionsFor, described, isWhole } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';

const kinds = ['ecs-service', 'ecs-task', 'ec2-subnet', 'application-autoscaling-target'] as const;
const needs = actionsFor(...kinds);

const ofService = (verdict: Aspect['verdict'], says: string, path: string, observed: string): Aspect =>
  aspect(verdict, says, ['ecs:DescribeServices', `services[].${path}`, observed]);

function circuitBreaker({ body }: ApiObject): Aspect {
  const path = 'deploymentConfiguration.deploymentCircuitBreaker';
  const controller = text(object(body, 'deploymentController'), 'type') ?? 'ECS';
  if (controller !== 'ECS')
    return ofService('not-applicable', `${controller} controls its deployments`, 'deploymentController.type', controller);
  if (body['deploymentConfiguration'] === undefined) {
    return ofService('unknown', 'whether it has a deployment circuit breaker was not read', path, 'absent');
  }
  const breaker = object(object(body, 'deploymentConfiguration'), 'deploymentCircuitBreaker');
  if (breaker['enable'] !== true) return ofService('suggest', 'its deployment circuit breaker is off', `${path}.enable`, 'not true');
  return breaker['rollback'] === true
    ? ofService('pass', 'a failed deployment is rolled back', `${path}.rollback`, 'true')
    : ofService('suggest', 'its circuit breaker stops a failed deployment but does not roll it back', `${path}.rollback`, 'not true');
}

const targetsByService = new WeakMap<Estate, ReadonlyMap<string, ApiObject>>();

/** The scalable targets of an estate by the service that each scales: it names that by cluster and name, in its own Region and account. */
function scalableTargets(estate: Estate): ReadonlyMap<string, ApiObject> {
  const known = targetsByService.get(estate);
  if (known !== undefined) return known;
  const found = new Map<string, ApiObject>();
  for (const target of described(estate, 'application-autoscaling-target')) {
    const arn = arnOf(target.id);
    const service = arn && `${placeOf({ ...arn, service: 'ecs' })}:${text(target.body, 'ResourceId') ?? ''}`;
    if (service !== undefined) found.set(service, target);
  }
  targetsByService.set(estate, found);
  return found;
}

function copies(service: ApiObject, evidences: Evidences): readonly Aspect[] {
  const wanted = count(service.body, 'desiredCount');
  const scaling = scalableTargets(evidences.estate).get(service.id);
  const least = count(scaling?.body ?? {}, 'MinCapacity');
  const scaled = (verdict: Aspect['verdict'], says: string, observed: string): Aspect =>
    aspect(verdict, says, ['application-autoscaling:DescribeScalableTargets', 'ScalableTargets[].MinCapacity', observed]);
  const many =
    wanted === undefined
      ? ofService('unknown', 'how many tasks it wants was not read', 'desiredCount', 'absent')
      : wanted >= 2
        ? ofService('pass', 'it wants more than one task', 'desiredCount', `${wanted}`)
        : ofService(
            'suggest',
            wanted === 0 ? 'it wants no task' : 'it wants one task, and the loss of that is an outage',
            'desiredCount',
            `${wanted}`,
          );
  if (least !== undefined) {
    return [
      many,
      least >= 2
        ? scaled('pass', 'auto scaling keeps more than one task', `${least}`)
        : scaled('suggest', `auto scaling may leave ${least} tasks`, `${least}`),
    ];
  }
  return isWhole(evidences, 'application-autoscaling-target')
    ? [many, scaled('suggest', 'auto scaling does not change its number of tasks', 'none')]
    : [many, scaled('unknown', 'whether it has auto scaling was not read', 'absent')];
}

/** Where its tasks are, or else where its subnets let them be. */
function zones(service: ApiObject, evidences: Evidences): Aspect {
  const tasks = tasksOf(service, evidences);
  const found = new Set(tasks.flatMap(({ body }) => text(body, 'availabilityZone') ?? []));
  if (tasks.length >= 2 && found.size > 0) {
    const evidence = ['ecs:DescribeTasks', 'tasks[].availabilityZone', [...found].sort().join(', ')] as const;
    return found.size === 1
      ? aspect('fail', 'all its tasks are in one zone', evidence)
      : aspect('pass', 'its tasks are in several zones', evidence);
  }
  const wanted = new Set(texts(object(object(service.body, 'networkConfiguration'), 'awsvpcConfiguration'), 'subnets'));
  const subnets = described(evidences.estate, 'ec2-subnet').filter(({ body }) => wanted.has(text(body, 'SubnetId') ?? ''));
  const allowed = new Set(subnets.flatMap(({ body }) => text(body, 'AvailabilityZone') ?? []));
  const seen = (verdict: Aspect['verdict'], says: string, observed: string): Aspect =>
    aspect(verdict, says, ['ec2:DescribeSubnets', 'Subnets[].AvailabilityZone', observed]);
  if (wanted.size === 0 || subnets.length < wanted.size)
    return seen('unknown', 'over which zones its tasks may spread was not read', 'absent');
  return allowed.size > 1
    ? seen('pass', 'its subnets are in several zones', [...allowed].sort().join(', '))
    : seen('suggest', 'its subnets are in one zone', [...allowed].join(', '));
}

function rebalancing({ body }: ApiObject): Aspect {
  const value = text(body, 'availabilityZoneRebalancing');
  if (value === undefined)
    return ofService('unknown', 'whether ECS rebalances its zones was not read', 'availabilityZoneRebalancing', 'absent');
  return value === 'ENABLED'
    ? ofService('pass', 'ECS rebalances its zones', 'availabilityZoneRebalancing', value)
    : ofService('suggest', 'ECS does not rebalance its zones', 'availabilityZoneRebalancing', value);
}

function judge(service: ApiObject, evidences: Evidences): Finding {
  const strategy = text(service.body, 'schedulingStrategy');
  const aspects =
    strategy === 'DAEMON'
      ? [ofService('not-applicable', 'a daemon service has one task on each instance', 'schedulingStrategy', 'DAEMON')]
      : [circuitBreaker(service), ...copies(service, evidences), zones(service, evidences), rebalancing(service)];
  return findingOf(service.id, serviceName(service), aspects);
}

/** Whether a service survives a bad deployment, a lost task and a lost zone. */
export const resilience: Check = {
  id: 'ecs-resilience',
  title: 'Resilience',
  kinds,
  needs,
  blindSpot: 'How an application starts, stops and bears the loss of a task cannot be seen.',
  lesson: '/ecs/deployments/',
  judge: judgeEach({ kind: 'ecs-service', noun: ['service', 'services'], needs }, servicesOf, judge),
  fixes: ecsServiceFix({
    cli: `--desired-count 2 --availability-zone-rebalancing ENABLED --deployment-configuration 'deploymentCircuitBreaker={enable=true,rollback=true}'`,
    cloudformation: [
      'DesiredCount: 2',
      'AvailabilityZoneRebalancing: ENABLED',
      'DeploymentConfiguration:',
      '  DeploymentCircuitBreaker:',
      '    Enable: true',
      '    Rollback: true',
    ],
    terraform: [
      'desired_count                 = 2',
      'availability_zone_rebalancing = "ENABLED"',
      'deployment_circuit_breaker {',
      '  enable   = true',
      '  rollback = true',
      '}',
    ],
  }),
};
