import type { Projector } from '../project.ts';
import { count, date, defined, lastPart, object, objects, scopeOf, text } from './read.ts';

/** A service deployment of `aws ecs describe-service-deployments`: one change of a service, from its start to its end. */
export const projectServiceDeployment: Projector = ({ id, kind, body }) => {
  const target = object(body, 'targetServiceRevision');
  const service = text(body, 'serviceArn');
  const requested = count(target, 'requestedTaskCount');
  return [
    {
      resource: {
        id,
        kind,
        name: `deployment ${lastPart(id).slice(0, 4)}`,
        scope: scopeOf(service ?? id),
        status: text(body, 'status') ?? '',
        ...defined({
          reason: text(body, 'lifecycleStage'),
          text: text(body, 'statusReason') ?? text(object(body, 'rollback'), 'reason'),
          since: date(body, 'updatedAt'),
          createdAt: date(body, 'createdAt'),
        }),
        details: defined({
          clause: requested === undefined ? undefined : `${count(target, 'runningTaskCount') ?? 0} of ${requested} tasks run`,
          failures: count(object(body, 'deploymentCircuitBreaker'), 'failureCount'),
          threshold: count(object(body, 'deploymentCircuitBreaker'), 'threshold'),
          replaced: objects(body, 'sourceServiceRevisions').length,
          finishedAt: date(body, 'finishedAt'),
        }),
      },
      relations: service === undefined ? [] : [{ to: service, kind: 'part-of' }],
    },
  ];
};

/** A scalable target of `aws application-autoscaling describe-scalable-targets`: between which counts a service is scaled. */
export const projectScalableTarget: Projector = ({ id, kind, body }) => {
  const resourceId = text(body, 'ResourceId') ?? '';
  const [, partition = '', , region = '', account = ''] = id.split(':');
  const least = count(body, 'MinCapacity');
  const most = count(body, 'MaxCapacity');
  return [
    {
      resource: {
        id,
        kind,
        name: resourceId === '' ? id : lastPart(resourceId),
        scope: scopeOf(id),
        status: 'Active', // AWS prints none
        ...defined({ createdAt: date(body, 'CreationTime') }),
        details: defined({
          clause: `${least ?? 'unknown'} to ${most ?? 'unknown'}`,
          least,
          most,
          dimension: text(body, 'ScalableDimension'),
        }),
      },
      relations: resourceId.startsWith('service/') ? [{ to: `arn:${partition}:ecs:${region}:${account}:${resourceId}`, kind: 'uses' }] : [],
    },
  ];
};

/** A subnet of `aws ec2 describe-subnets`: the zone that its addresses are in. */
export const projectSubnet: Projector = ({ id, kind, body }) => {
  const zone = text(body, 'AvailabilityZone');
  return [
    {
      resource: {
        id,
        kind,
        name: text(body, 'SubnetId') ?? id,
        scope: scopeOf(id, zone),
        status: text(body, 'State') ?? '',
        details: defined({
          clause: zone,
          vpc: text(body, 'VpcId'),
          freeAddresses: count(body, 'AvailableIpAddressCount'),
          publicAddresses: body['MapPublicIpOnLaunch'] === undefined ? undefined : body['MapPublicIpOnLaunch'] === true ? 'yes' : 'no',
        }),
      },
      relations: zone === undefined ? [] : [{ to: zone, kind: 'part-of' }],
    },
  ];
};
