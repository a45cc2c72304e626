import type { ApiCall } from '../../model/api-call.ts';
import type { Id, Json, JsonObject } from '../../model/json.ts';
import { isObject, objects, text } from '../../model/ecs/read.ts';
import type { Answer } from '../engine/domain.ts';
import { patch } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import type { HealthFilter } from './lookup.ts';
import { discovered, healthFilters } from './lookup.ts';
import type { RegistryBody } from './objects.ts';
import { namespaceOf, registryOf } from './objects.ts';

type Exception = 'InvalidInput' | 'ServiceNotFound' | 'UnsupportedOperation';

const refused = (exception: Exception, message: string, about: Id = 'servicediscovery'): Answer => ({
  reply: { ok: false, body: { __type: exception, message } },
  effects: [],
  about,
  text: `a call that was refused: ${message}`,
});

/** The greatest TTL that a DNS record can have, in seconds. */
const TTL_MOST = 2_147_483_647;

const isTtl = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= TTL_MOST;

function* registriesIn(world: World): Generator<RegistryBody> {
  for (const { id } of world.objects.values()) {
    const registry = registryOf(world, id);
    if (registry !== undefined) yield registry;
  }
}

/** servicediscovery UpdateService, for the TTL of its records. Answers that clients hold already keep theirs. */
function updateService(world: World, input: JsonObject): Answer {
  const registry = [...registriesIn(world)].find(({ Id }) => Id === input['Id']);
  if (registry === undefined) return refused('ServiceNotFound', `The service ${text(input, 'Id') ?? ''} was not found.`);
  const config = isObject(input['Service']) ? input['Service']['DnsConfig'] : undefined;
  const [record = {}] = isObject(config) ? objects(config, 'DnsRecords') : [];
  const { TTL, Type } = record;
  const [present] = registry.DnsConfig.DnsRecords;
  if (!isTtl(TTL)) return refused('InvalidInput', `The TTL must be a whole number from 0 to ${TTL_MOST}.`, registry.Arn);
  if (Type !== present?.Type) return refused('InvalidInput', 'The type of a DNS record cannot be changed.', registry.Arn);
  return {
    reply: { ok: true, body: { OperationId: `${registry.Id}-${world.time}` } },
    effects: [patch(registry.Arn, { DnsConfig: { ...registry.DnsConfig, DnsRecords: [{ ...present, TTL }] } })],
    about: registry.Arn,
    text: `set the TTL of ${registry.Name} to ${TTL} s`,
  };
}

const isFilter = (word: string): word is HealthFilter => healthFilters.some((filter) => filter === word);

/** servicediscovery DiscoverInstances. */
function discoverInstances(world: World, input: JsonObject): Answer {
  const registry = [...registriesIn(world)].find(
    (one) => one.Name === input['ServiceName'] && namespaceOf(world, one)?.Name === input['NamespaceName'],
  );
  if (registry === undefined) return refused('ServiceNotFound', `The service ${text(input, 'ServiceName') ?? ''} was not found.`);
  const filter = text(input, 'HealthStatus') ?? 'HEALTHY_OR_ELSE_ALL';
  if (!isFilter(filter)) return refused('InvalidInput', `HealthStatus must be one of ${healthFilters.join(', ')}.`, registry.Arn);
  const most = input['MaxResults'];
  const instances = discovered(world, registry, filter, typeof most === 'number' ? most : undefined);
  const body = instances.map(({ InstanceId, NamespaceName, ServiceName, HealthStatus, Attributes }) => ({
    InstanceId,
    NamespaceName,
    ServiceName,
    HealthStatus,
    Attributes,
  }));
  return { reply: { ok: true, body: { Instances: body } }, effects: [], about: registry.Arn, text: `discover ${registry.Name}` };
}

const operations: Readonly<Record<string, (world: World, input: JsonObject) => Answer>> = {
  UpdateService: updateService,
  DiscoverInstances: discoverInstances,
};

/** The simulated Cloud Map API, which calls itself servicediscovery. */
export function cloudMapApi(call: ApiCall, world: World): Answer {
  const operation = call.api === 'kubernetes' ? call.verb : call.operation;
  const run = operations[operation];
  const known = Object.keys(operations).join(', ');
  if (run === undefined || call.api === 'kubernetes')
    return refused('UnsupportedOperation', `This simulation does not know ${operation}; it knows ${known}.`);
  return run(world, call.input);
}
