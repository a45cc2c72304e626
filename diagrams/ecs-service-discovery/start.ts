import type { ApiObject } from '../../src/model/api-object.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';
import { begin, put } from '../../src/simulation/engine/effect.ts';
import type { AnswerBody, NamespaceBody, RegistryBody } from '../../src/simulation/cloud-map/objects.ts';
import { arns, cluster, instance, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';

const discoveryArn = (rest: string): string => `arn:aws:servicediscovery:eu-west-1:111122223333:${rest}`;
const NAMESPACE = 'ns-demolocal4x7qk2bw';

/** The short id of the Cloud Map service, by which its API knows it. */
export const REGISTRY = 'srv-backend5t8mzn3rd';

/** The ids of what is there from the start. */
export const ids = {
  service: arns.service('backend'),
  registry: discoveryArn(`service/${REGISTRY}`),
  namespace: discoveryArn(`namespace/${NAMESPACE}`),
  answer: 'dns:frontend/backend.demo.local',
  instance: arns.instance('0b2'),
} as const;

/** The desired count that the reader meets. */
export const DESIRED_COUNT = 3;

/** The TTL of the A record, in seconds: long enough to watch what it costs. */
export const TTL_S = 60;

function namespace(createdAt: string): Effect {
  const body: NamespaceBody = {
    Id: NAMESPACE,
    Arn: ids.namespace,
    Name: 'demo.local',
    Type: 'DNS_PRIVATE',
    ServiceCount: 1,
    Properties: { DnsProperties: { HostedZoneId: 'Z0487213K5XEXAMPLE', SOA: { TTL: 15 } }, HttpProperties: { HttpName: 'demo.local' } },
    CreateDate: createdAt,
  };
  return put({ id: ids.namespace, kind: 'servicediscovery-namespace', body });
}

function registry(createdAt: string): readonly Effect[] {
  const body: RegistryBody = {
    Id: REGISTRY,
    Arn: ids.registry,
    Name: 'backend',
    NamespaceId: NAMESPACE,
    DnsConfig: { RoutingPolicy: 'MULTIVALUE', DnsRecords: [{ Type: 'A', TTL: TTL_S }] },
    HealthCheckCustomConfig: { FailureThreshold: 1 },
    Type: 'DNS_HTTP',
    CreateDate: createdAt,
  };
  return [put({ id: ids.registry, kind: 'servicediscovery-service', body }), begin(ids.registry, 'servicediscovery-service')];
}

function client(createdAt: string): readonly Effect[] {
  const body: AnswerBody = {
    id: ids.answer,
    registryArn: ids.registry,
    name: 'backend.demo.local',
    type: 'A',
    status: 'NXDOMAIN',
    ttl: 0,
    answeredAt: createdAt,
    records: [],
  };
  const object: ApiObject = { id: ids.answer, kind: 'dns-answer', body };
  return [put(object), begin(ids.answer, 'dns-answer')];
}

/** The world as it is made: a namespace, a client, three instances, and a service that has yet to start its tasks. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  namespace(createdAt),
  ...registry(createdAt),
  ...client(createdAt),
  ...cluster({ instances: 3, services: 1, providers: ['ec2'] }),
  taskDefinition('backend', 4, '4.2.0', { cpu: '512', memory: '1024' }),
  ...instance('0a1', 'a', createdAt),
  ...instance('0b2', 'b', createdAt),
  ...instance('0c3', 'c', createdAt),
  ...service(
    {
      name: 'backend',
      revision: 4,
      desiredCount: DESIRED_COUNT - 1,
      deployment: 'ecs-svc/7300418296514820937',
      balanced: false,
      deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
      serviceRegistries: [{ registryArn: ids.registry }],
    },
    createdAt,
  ),
];
