import { describe, expect, test } from 'vitest';
import scenario from '../../../diagrams/ecs-service-discovery/scenario.ts';
import { REGISTRY } from '../../../diagrams/ecs-service-discovery/start.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { cloudMapApi } from '../../../src/simulation/cloud-map/api.ts';
import { answeredWith } from '../../../src/simulation/cloud-map/lookup.ts';
import { registryOf } from '../../../src/simulation/cloud-map/objects.ts';
import { beginRun, extendTo, lastMoment } from '../../../src/simulation/engine/run.ts';
import { ids } from '../../../diagrams/ecs-service-discovery/start.ts';

/** Two instances are healthy, and the third has just been registered. */
const { world } = lastMoment(extendTo(beginRun(scenario, { inputs: [] }), 5_000));

const call = (operation: string, input: JsonObject) => cloudMapApi({ api: 'servicediscovery', operation, input }, world).reply;
const discover = (input: JsonObject) => call('DiscoverInstances', { NamespaceName: 'demo.local', ServiceName: 'backend', ...input });

describe('DiscoverInstances', () => {
  test.each([
    ['HEALTHY', 2],
    ['UNHEALTHY', 1],
    ['ALL', 3],
    ['HEALTHY_OR_ELSE_ALL', 2],
  ])('finds with the filter %s as many as %i', (HealthStatus, count) => {
    const { ok, body } = discover({ HealthStatus });
    expect(ok).toBe(true);
    expect(body).toHaveProperty('Instances.length', count);
  });

  test('prints the attributes that ECS sets', () => {
    expect(discover({ HealthStatus: 'UNHEALTHY' }).body).toMatchObject({
      Instances: [
        {
          NamespaceName: 'demo.local',
          ServiceName: 'backend',
          HealthStatus: 'UNHEALTHY',
          Attributes: {
            AWS_INIT_HEALTH_STATUS: 'UNHEALTHY',
            ECS_CLUSTER_NAME: 'demo',
            ECS_SERVICE_NAME: 'backend',
            ECS_TASK_DEFINITION_FAMILY: 'backend',
            REGION: 'eu-west-1',
          },
        },
      ],
    });
  });

  test('returns no more than it is asked for', () => {
    expect(discover({ HealthStatus: 'ALL', MaxResults: 1 }).body).toHaveProperty('Instances.length', 1);
  });
});

test('the routing policy WEIGHTED answers with one address', () => {
  const registry = registryOf(world, ids.registry);
  if (registry === undefined) throw new Error('The world has no Cloud Map service; look at diagrams/ecs-service-discovery/start.ts.');
  expect(answeredWith(world, registry)).toHaveLength(2);
  expect(answeredWith(world, { ...registry, DnsConfig: { ...registry.DnsConfig, RoutingPolicy: 'WEIGHTED' } })).toHaveLength(1);
});

const withRecord = (record: JsonObject) => ({ Id: REGISTRY, Service: { DnsConfig: { DnsRecords: [record] } } });

describe('what the Cloud Map API refuses', () => {
  test.each([
    ['a service that does not exist', 'UpdateService', { Id: 'srv-none' }, 'ServiceNotFound'],
    ['a negative TTL', 'UpdateService', withRecord({ Type: 'A', TTL: -1 }), 'InvalidInput'],
    ['another type of record', 'UpdateService', withRecord({ Type: 'SRV', TTL: 10 }), 'InvalidInput'],
    [
      'an unknown filter',
      'DiscoverInstances',
      { NamespaceName: 'demo.local', ServiceName: 'backend', HealthStatus: 'WELL' },
      'InvalidInput',
    ],
    ['a name of another namespace', 'DiscoverInstances', { NamespaceName: 'other.local', ServiceName: 'backend' }, 'ServiceNotFound'],
    ['an operation that it does not know', 'CreateService', {}, 'UnsupportedOperation'],
  ])('%s', (_, operation, input, exception) => {
    expect(call(operation, input)).toMatchObject({ ok: false, body: { __type: exception } });
  });
});
