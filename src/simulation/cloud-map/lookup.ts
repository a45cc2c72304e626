import type { World } from '../engine/world.ts';
import { chance, ownedBy } from '../engine/world.ts';
import type { InstanceBody, RegistryBody } from './objects.ts';
import { registeredOf } from './objects.ts';

/** A MULTIVALUE answer holds at most so many addresses. */
const MULTIVALUE_MOST = 8;

/** DiscoverInstances returns so many instances unless told otherwise. */
const DISCOVERED_MOST = 100;

/** Which instances DiscoverInstances is asked for. */
export const healthFilters = ['HEALTHY', 'UNHEALTHY', 'ALL', 'HEALTHY_OR_ELSE_ALL'] as const;
export type HealthFilter = (typeof healthFilters)[number];

function* registeredWith(world: World, { Arn }: RegistryBody): Generator<InstanceBody> {
  for (const { id } of ownedBy(world, Arn)) {
    const instance = registeredOf(world, id);
    if (instance !== undefined) yield instance;
  }
}

const isHealthy = ({ HealthStatus }: InstanceBody): boolean => HealthStatus === 'HEALTHY';

/** The healthy ones; all of them when none is. */
function healthyOrElseAll(instances: readonly InstanceBody[]): readonly InstanceBody[] {
  const healthy = instances.filter(isHealthy);
  return healthy.length > 0 ? healthy : instances;
}

/** In an order that each question draws anew. */
function shuffled(world: World, instances: readonly InstanceBody[]): readonly InstanceBody[] {
  const rank = new Map(instances.map((one) => [one, chance(world, `${one.InstanceId} answered at ${world.time}`)]));
  return instances.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

/** The instances that a DNS query for a Cloud Map service is answered with, by its routing policy. */
export function answeredWith(world: World, registry: RegistryBody): readonly InstanceBody[] {
  const most = registry.DnsConfig.RoutingPolicy === 'WEIGHTED' ? 1 : MULTIVALUE_MOST;
  return shuffled(world, healthyOrElseAll([...registeredWith(world, registry)])).slice(0, most);
}

/** The instances that DiscoverInstances returns: no DNS, no cache of a resolver. */
export function discovered(world: World, registry: RegistryBody, filter: HealthFilter = 'HEALTHY_OR_ELSE_ALL', most = DISCOVERED_MOST) {
  const all = [...registeredWith(world, registry)];
  const wanted: Readonly<Record<HealthFilter, () => readonly InstanceBody[]>> = {
    HEALTHY: () => all.filter(isHealthy),
    UNHEALTHY: () => all.filter((one) => !isHealthy(one)),
    ALL: () => all,
    HEALTHY_OR_ELSE_ALL: () => healthyOrElseAll(all),
  };
  return wanted[filter]().slice(0, most);
}
