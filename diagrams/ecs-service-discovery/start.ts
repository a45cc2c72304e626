import type { ApiObject } from '../../src/model/api-object.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';
import { begin, put } from '../../src/simulation/engine/effect.ts';
import type { AnswerBody } from '../../src/simulation/cloud-map/objects.ts';
import { demoNamespace, namespaceArn, registry, registryArn } from '../../src/simulation/cloud-map/small-registry.ts';
import { arns, cluster, instance, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';

/** The short id of the Cloud Map service, by which its API knows it. */
export const REGISTRY = 'srv-backend5t8mzn3rd';

/** The ids of what is there from the start. */
export const ids = {
  service: arns.service('backend'),
  registry: registryArn(REGISTRY),
  namespace: namespaceArn,
  answer: 'dns:frontend/backend.demo.local',
  instance: arns.instance('0b2'),
} as const;

/** The desired count that the reader meets. */
export const DESIRED_COUNT = 3;

/** The TTL of the A record, in seconds: long enough to watch what it costs. */
export const TTL_S = 60;

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
  demoNamespace(createdAt),
  ...registry(REGISTRY, 'backend', TTL_S, createdAt),
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
