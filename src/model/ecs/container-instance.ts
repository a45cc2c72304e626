import type { JsonObject } from '../json.ts';
import type { Projector } from '../project.ts';
import { capacityProviderArn, clause, count, date, defined, lastPart, objects, scopeOf, text } from './read.ts';

/** Registered and remaining amount of a resource of an instance. */
function amounts(body: JsonObject, name: string): { readonly registered: number; readonly remaining: number } | undefined {
  const of = (field: string) => {
    const resource = objects(body, field).find((one) => text(one, 'name') === name);
    return resource && count(resource, 'integerValue');
  };
  const registered = of('registeredResources');
  const remaining = of('remainingResources');
  return registered === undefined || remaining === undefined ? undefined : { registered, remaining };
}

/** Short names of EC2 instances are as long as they must be on a card: `i-0b2`. */
const shortInstance = (id: string): string => (id.startsWith('i-') ? id.slice(0, 5) : id.slice(0, 3));

/** A container instance of `aws ecs describe-container-instances`. */
export const projectContainerInstance: Projector = ({ id, kind, body }) => {
  const attributes = objects(body, 'attributes');
  const attribute = (name: string) => {
    const found = attributes.find((one) => text(one, 'name') === name);
    return found && text(found, 'value');
  };
  const zone = attribute('ecs.availability-zone');
  const ec2 = text(body, 'ec2InstanceId');
  const running = count(body, 'runningTasksCount');
  const connected = body['agentConnected'];
  const status = text(body, 'status');
  const provider = text(body, 'capacityProviderName');
  // Only the long ARN format names the cluster.
  const [type = '', cluster, rest] = (id.split(':')[5] ?? '').split('/');
  const clusterArn =
    rest === undefined || type !== 'container-instance' ? undefined : id.replace(/:container-instance\/.*$/, `:cluster/${cluster ?? ''}`);
  return [
    {
      resource: {
        id,
        kind,
        name: shortInstance(ec2 ?? lastPart(id)),
        scope: scopeOf(id, zone),
        status: status ?? '',
        ...defined({ text: text(body, 'statusReason'), createdAt: date(body, 'registeredAt') }),
        details: defined({
          ec2InstanceId: ec2,
          agentConnected: typeof connected === 'boolean' ? connected : undefined,
          running,
          pending: count(body, 'pendingTasksCount'),
          cpu: amounts(body, 'CPU'),
          memory: amounts(body, 'MEMORY'),
          zone,
          instanceType: attribute('ecs.instance-type'),
          clause: clauseOf(status, connected !== false, running, zone),
          placeholder: body['placeholder'],
        }),
      },
      relations: [
        ...(clusterArn === undefined ? [] : [{ to: clusterArn, kind: 'part-of' } as const]),
        ...(provider === undefined ? [] : [{ to: capacityProviderArn(id, provider), kind: 'part-of' } as const]),
      ],
    },
  ];
};

function clauseOf(
  status: string | undefined,
  connected: boolean,
  running: number | undefined,
  zone: string | undefined,
): string | undefined {
  if (status === 'INACTIVE') return 'terminated';
  if (!connected && status !== 'REGISTERING') return 'agent not connected';
  return clause(running === undefined ? undefined : `${running} ${running === 1 ? 'task' : 'tasks'}`, zone);
}
