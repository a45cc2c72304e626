import type { ApiObject } from '../../model/api-object.ts';
import { count, object, objects, text } from '../../model/ecs/read.ts';
import type { Estate } from '../gather.ts';
import { loadBalancersOf, targetGroupsOf } from '../links.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { ecsServiceFix } from './ecs-fixes.ts';
import { serviceName, servicesOf } from './ecs-services.ts';
import { actionsFor, described, describedAt, isWhole } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';

const kinds = ['ecs-service', 'elbv2-target-group', 'elbv2-load-balancer', 'elbv2-target'] as const;
const needs = actionsFor(...kinds);

const balancerTypes: Readonly<Record<string, readonly [Aspect['verdict'], string]>> = {
  application: ['pass', 'an Application Load Balancer is in front of it'],
  network: ['not-applicable', 'a Network Load Balancer is in front of it, which is the choice for TCP and UDP'],
  gateway: ['not-applicable', 'a Gateway Load Balancer is in front of it'],
};

/** The load balancers in front of a target group. */
function balancers(group: ApiObject, { estate }: Evidences): readonly Aspect[] {
  const operation = 'elasticloadbalancing:DescribeLoadBalancers';
  const ids = loadBalancersOf(group);
  if (group.body['LoadBalancerArns'] === undefined || ids.length === 0) {
    const path: Aspect['evidence']['path'] = 'TargetGroups[].LoadBalancerArns';
    return group.body['LoadBalancerArns'] === undefined
      ? [
          aspect('unknown', 'the load balancer of its target group was not read', [
            'elasticloadbalancing:DescribeTargetGroups',
            path,
            'absent',
          ]),
        ]
      : [aspect('fail', 'its target group is attached to no load balancer', ['elasticloadbalancing:DescribeTargetGroups', path, 'none'])];
  }
  return ids.map((id) => {
    const type = text(describedAt(estate, id)?.body ?? {}, 'Type');
    const [verdict, says] = balancerTypes[type ?? ''] ?? ['unknown', 'the type of its load balancer was not read'];
    return aspect(verdict, says, [operation, 'LoadBalancers[].Type', type ?? 'absent']);
  });
}

const targetsByGroup = new WeakMap<Estate, ReadonlyMap<string, readonly ApiObject[]>>();

function targetsOf(group: ApiObject, { estate }: Evidences): readonly ApiObject[] {
  const known =
    targetsByGroup.get(estate) ?? Map.groupBy(described(estate, 'elbv2-target'), ({ body }) => text(body, 'TargetGroupArn') ?? '');
  targetsByGroup.set(estate, known);
  return known.get(group.id) ?? [];
}

/** How the targets of a group are. */
function health(group: ApiObject, service: ApiObject, evidences: Evidences): Aspect {
  const states = targetsOf(group, evidences).map(({ body }) => text(object(body, 'TargetHealth'), 'State'));
  const of = (state: string): number => states.filter((one) => one === state).length;
  const says = (verdict: Aspect['verdict'], clause: string, observed: string): Aspect =>
    aspect(verdict, clause, ['elasticloadbalancing:DescribeTargetHealth', 'TargetHealthDescriptions[].TargetHealth.State', observed]);
  if (states.length === 0) {
    if (!isWhole(evidences, 'elbv2-target')) return says('unknown', 'the health of its targets was not read', 'absent');
    const wanted = count(service.body, 'desiredCount') ?? 0;
    return wanted === 0
      ? says('not-applicable', 'it wants no tasks, and has no targets', 'none')
      : says('suggest', 'its target group has no targets', 'none');
  }
  const observed = `${of('healthy')} of ${states.length} healthy`;
  if (of('unhealthy') === 0) return says('pass', 'none of its targets is unhealthy', observed);
  return of('healthy') === 0
    ? says('fail', 'none of its targets is healthy', observed)
    : says('suggest', `${of('unhealthy')} of its ${states.length} targets ${of('unhealthy') === 1 ? 'is' : 'are'} unhealthy`, observed);
}

function judge(service: ApiObject, evidences: Evidences): Finding {
  const path = 'services[].loadBalancers';
  const finding = (aspects: readonly Aspect[]): Finding => findingOf(service.id, serviceName(service), aspects);
  if (service.body['loadBalancers'] === undefined) {
    return finding([
      aspect('unknown', 'what was read does not say whether it has a load balancer', ['ecs:DescribeServices', path, 'absent']),
    ]);
  }
  const classic = objects(service.body, 'loadBalancers').some((one) => text(one, 'loadBalancerName') !== undefined);
  if (classic)
    return finding([
      aspect('suggest', 'it uses a Classic Load Balancer', ['ecs:DescribeServices', `${path}[].loadBalancerName`, 'present']),
    ]);
  const groups = targetGroupsOf(service);
  if (groups.length === 0) {
    return finding([
      aspect('not-applicable', 'no load balancer sends it requests; a worker needs none', ['ecs:DescribeServices', path, 'none']),
    ]);
  }
  return finding(
    groups.flatMap((id) => {
      const group = describedAt(evidences.estate, id);
      if (group === undefined) {
        return [
          aspect('unknown', 'its target group was not read', ['elasticloadbalancing:DescribeTargetGroups', 'TargetGroups[]', 'absent']),
        ];
      }
      return [...balancers(group, evidences), health(group, service, evidences)];
    }),
  );
}

/** Whether an Application Load Balancer is in front of services that serve requests, and reaches them. */
export const loadBalancing: Check = {
  id: 'ecs-load-balancing',
  title: 'Application Load Balancer',
  kinds,
  needs,
  blindSpot: 'Listener rules, certificates and the requests themselves are not read.',
  lesson: '/ecs/practices/load-balancing/',
  judge: judgeEach({ kind: 'ecs-service', noun: ['service', 'services'], needs }, servicesOf, judge),
  fixes: ecsServiceFix({
    cli: '--health-check-grace-period-seconds <seconds> --load-balancers targetGroupArn=<target-group-arn>,containerName=<container>,containerPort=<port>',
    cloudformation: [
      'HealthCheckGracePeriodSeconds: <seconds>',
      'LoadBalancers:',
      '  - TargetGroupArn: <target-group-arn>',
      '    ContainerName: <container>',
      '    ContainerPort: <port>',
    ],
    terraform: [
      'health_check_grace_period_seconds = <seconds>',
      'load_balancer {',
      '  target_group_arn = "<target-group-arn>"',
      '  container_name   = "<container>"',
      '  container_port   = <port>',
      '}',
    ],
  }),
};
