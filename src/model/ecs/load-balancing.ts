import type { Projector } from '../project.ts';
import { count, date, defined, lastPart, object, scopeOf, text, texts } from './read.ts';

/** A load balancer of `aws elbv2 describe-load-balancers`. */
export const projectLoadBalancer: Projector = ({ id, kind, body }) => [
  {
    resource: {
      id,
      kind,
      name: text(body, 'LoadBalancerName') ?? lastPart(id),
      scope: scopeOf(id),
      status: text(object(body, 'State'), 'Code') ?? '',
      ...defined({ text: text(object(body, 'State'), 'Reason'), createdAt: date(body, 'CreatedTime') }),
      details: defined({
        type: text(body, 'Type'),
        scheme: text(body, 'Scheme'),
        dnsName: text(body, 'DNSName'),
        clause: text(body, 'Type'),
        placeholder: body['placeholder'],
      }),
    },
    relations: [],
  },
];

/** A target group of `aws elbv2 describe-target-groups`; it has no status of its own, so it is shown as active. */
export const projectTargetGroup: Projector = ({ id, kind, body }) => [
  {
    resource: {
      id,
      kind,
      name: text(body, 'TargetGroupName') ?? lastPart(id),
      scope: scopeOf(id),
      status: 'active',
      details: defined({
        protocol: text(body, 'Protocol'),
        port: count(body, 'Port'),
        targetType: text(body, 'TargetType'),
        path: text(body, 'HealthCheckPath'),
        interval: count(body, 'HealthCheckIntervalSeconds'),
        healthyThreshold: count(body, 'HealthyThresholdCount'),
        unhealthyThreshold: count(body, 'UnhealthyThresholdCount'),
        clause: text(body, 'HealthCheckPath') === undefined ? undefined : `checks ${text(body, 'HealthCheckPath') ?? ''}`,
        placeholder: body['placeholder'],
      }),
    },
    relations: texts(body, 'LoadBalancerArns').map((to) => ({ to, kind: 'part-of' })),
  },
];

/** A target's reason in a word or two, where it says more than the state beside it does. */
const plainReasons: Readonly<Partial<Record<string, string>>> = {
  'Elb.RegistrationInProgress': 'being registered',
  'Elb.InitialHealthChecking': 'first checks',
  'Elb.InternalError': 'load balancer error',
  'Target.ResponseCodeMismatch': 'wrong answer',
  'Target.Timeout': 'no answer',
  'Target.FailedHealthChecks': 'check failed',
  'Target.NotInUse': 'group not in use',
  'Target.InvalidState': 'instance stopped',
  'Target.IpUnusable': 'address not usable',
  'Target.HealthCheckDisabled': 'checks are off',
};

/** A target of `aws elbv2 describe-target-health`, with the target group that was asked about. */
export const projectTarget: Projector = ({ id, kind, body }) => {
  const target = object(body, 'Target');
  const health = object(body, 'TargetHealth');
  const address = text(target, 'Id');
  const port = count(target, 'Port');
  const zone = text(target, 'AvailabilityZone');
  const group = text(body, 'TargetGroupArn');
  const reason = text(health, 'Reason');
  return [
    {
      resource: {
        id,
        kind,
        name: address === undefined ? lastPart(id) : address,
        scope: group === undefined ? {} : scopeOf(group, zone),
        status: text(health, 'State') ?? '',
        ...defined({ reason, text: text(health, 'Description') }),
        details: defined({ address, port, zone, clause: reason === undefined ? undefined : plainReasons[reason] }),
      },
      relations: group === undefined ? [] : [{ to: group, kind: 'part-of' }],
    },
  ];
};
