import type { Id, JsonObject } from '../json.ts';
import type { Projected, Projector } from '../project.ts';
import { clause, count, date, defined, lastPart, object, objects, scopeOf, shortId, text } from './read.ts';

/** A namespace of `aws servicediscovery get-namespace`; it has no status of its own, so it is shown as active. */
export const projectNamespace: Projector = ({ id, kind, body }) => [
  {
    resource: {
      id,
      kind,
      name: text(body, 'Name') ?? lastPart(id),
      scope: scopeOf(id),
      status: 'active',
      ...defined({ createdAt: date(body, 'CreateDate') }),
      details: defined({
        type: text(body, 'Type'),
        negativeTtl: count(object(object(object(body, 'Properties'), 'DnsProperties'), 'SOA'), 'TTL'),
        clause: text(body, 'Type'),
      }),
    },
    relations: [],
  },
];

/** A Cloud Map service of `aws servicediscovery get-service`; it has no status of its own, so it is shown as active. */
export const projectRegistry: Projector = ({ id, kind, body }) => {
  const [record = {}] = objects(object(body, 'DnsConfig'), 'DnsRecords');
  const ttl = count(record, 'TTL');
  const type = text(record, 'Type');
  const routing = text(object(body, 'DnsConfig'), 'RoutingPolicy');
  const namespace = text(body, 'NamespaceId');
  return [
    {
      resource: {
        id,
        kind,
        name: text(body, 'Name') ?? lastPart(id),
        scope: scopeOf(id),
        status: 'active',
        ...defined({ createdAt: date(body, 'CreateDate') }),
        details: defined({
          serviceId: text(body, 'Id'),
          type,
          ttl,
          routing,
          clause: clause(type, ttl === undefined ? undefined : `TTL ${ttl} s`, routing),
        }),
      },
      relations: namespace === undefined ? [] : [{ to: id.replace(/:service\/.*$/, `:namespace/${namespace}`), kind: 'part-of' }],
    },
  ];
};

/** The task that ECS registered an instance for: its id is the instance's, and its cluster is an attribute. */
export function taskOfInstance(body: JsonObject): Id {
  const [, partition = '', , , account = ''] = (text(body, 'ServiceArn') ?? '').split(':');
  const attributes = object(body, 'Attributes');
  const cluster = text(attributes, 'ECS_CLUSTER_NAME') ?? '';
  return `arn:${partition}:ecs:${text(attributes, 'REGION') ?? ''}:${account}:task/${cluster}/${text(body, 'InstanceId') ?? ''}`;
}

/** An instance of `aws servicediscovery discover-instances`, with the Cloud Map service that was asked for. */
export const projectDiscoveryInstance: Projector = ({ id, kind, body }) => {
  const attributes = object(body, 'Attributes');
  const service = text(body, 'ServiceArn');
  const zone = text(attributes, 'AVAILABILITY_ZONE');
  const task = text(attributes, 'ECS_CLUSTER_NAME') === undefined ? undefined : taskOfInstance(body);
  const relations: Projected['relations'][number][] = [];
  if (service !== undefined) relations.push({ to: service, kind: 'part-of' });
  if (task !== undefined) relations.push({ to: task, kind: 'routes-to' });
  return [
    {
      resource: {
        id,
        kind,
        name: text(attributes, 'AWS_INSTANCE_IPV4') ?? lastPart(id),
        scope: service === undefined ? {} : scopeOf(service, zone),
        status: text(body, 'HealthStatus') ?? '',
        details: defined({
          instanceId: text(body, 'InstanceId'),
          zone,
          family: text(attributes, 'ECS_TASK_DEFINITION_FAMILY'),
          firstHealth: text(attributes, 'AWS_INIT_HEALTH_STATUS'),
          clause: task === undefined ? undefined : `task ${shortId(task)}`,
        }),
      },
      relations,
    },
  ];
};
