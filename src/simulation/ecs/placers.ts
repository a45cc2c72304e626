import { capacityProviderArn } from '../../model/ecs/read.ts';
import type { World } from '../engine/world.ts';
import { chance, hasFault } from '../engine/world.ts';
import { chooseProvider, launchTypeOf } from './capacity-strategy.ts';
import type { Member } from './census.ts';
import { awaitsDaemon, hostsOf, wantsOn } from './daemon.ts';
import type { Fleet } from './fleet.ts';
import type { ContainerInstanceBody, DeploymentBody, ServiceBody } from './objects.ts';
import { instanceChooser, misfit, placementFailure, zoneOf } from './placement.ts';
import type { Need } from './placement.ts';
import type { Place } from './start-task.ts';

/** Why a task finds no place: the end of a service event, and what the service then waits for. */
export interface NoPlace {
  readonly failure: string;
  readonly waitsFor: 'capacity' | 'spot-capacity';
}

/** Says where the `n`th task of a service goes, given those before it; undefined when no place is left to ask for. */
export type Placer = (n: number) => Place | NoPlace | undefined;

/** What a placer goes by. */
export interface Placing {
  readonly world: World;
  readonly service: ServiceBody;
  readonly deployment: DeploymentBody;
  readonly members: readonly Member[];
  readonly need: Need;
  readonly fleet: Fleet;
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** The zones that the service's subnets lie in. */
const zonesOf = (service: ServiceBody): readonly string[] => {
  const region = service.serviceArn.split(':')[3] ?? '';
  return ['a', 'b', 'c'].map((letter) => region + letter);
};

const leastUsed = (zones: readonly string[], counts: ReadonlyMap<string, number>): string =>
  zones.reduce((best, zone) => ((counts.get(zone) ?? 0) < (counts.get(best) ?? 0) ? zone : best));

const noSpot: NoPlace = {
  failure:
    'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
  waitsFor: 'spot-capacity',
};

/** Places by capacity provider strategy, then by placement strategy. A provider without room keeps its share waiting: no other steps in. */
export function replicaPlacer({ world, service, deployment, members, need, fleet }: Placing): Placer {
  const zones = new Map<string, number>();
  const instances = new Map<string, number>();
  const providers = new Map<string, number>();
  for (const { task, side } of members) {
    add(zones, task.availabilityZone);
    if (task.containerInstanceArn !== undefined) add(instances, task.containerInstanceArn);
    if (side === 'current' && task.capacityProviderName !== undefined) add(providers, task.capacityProviderName);
  }
  const spread = { zones, instances };
  const awaits = awaitsDaemon(world, service.clusterArn);
  let placing = 0;
  const lot = ({ containerInstanceArn }: ContainerInstanceBody) =>
    chance(world, `${service.serviceArn} task ${placing} on ${containerInstanceArn}`);
  const chooseInstance = instanceChooser(service, need, spread, lot);

  const onFargate = (provider: string | undefined): Place | NoPlace => {
    if (provider === 'FARGATE_SPOT' && hasFault(world, 'no-spot-capacity', capacityProviderArn(service.serviceArn, provider)))
      return noSpot;
    return { launchType: 'FARGATE', provider, zone: leastUsed(zonesOf(service), zones), instance: undefined };
  };

  const onInstance = (provider: string | undefined): Place | NoPlace => {
    const own = [...fleet.instances()].filter(({ capacityProviderName }) => provider === undefined || capacityProviderName === provider);
    const instance = chooseInstance(own.filter((one) => !awaits(one)));
    if (instance === undefined) return { failure: placementFailure(own, need, service, spread), waitsFor: 'capacity' };
    fleet.take(instance, need);
    return { launchType: 'EC2', provider, zone: zoneOf(instance), instance: instance.containerInstanceArn };
  };

  const full = new Map<string, NoPlace>();
  return (n) => {
    placing = n;
    const provider = chooseProvider(deployment.capacityProviderStrategy ?? [], providers);
    if (provider !== undefined) add(providers, provider);
    const known = full.get(provider ?? '');
    if (known !== undefined) return known;
    const launchType = provider === undefined ? deployment.launchType : launchTypeOf(provider);
    const place = launchType === 'FARGATE' ? onFargate(provider) : onInstance(provider);
    if ('failure' in place) {
      full.set(provider ?? '', place);
      return place;
    }
    add(zones, place.zone);
    if (place.instance !== undefined) add(instances, place.instance);
    return place;
  };
}

/** Places one task on each instance that a DAEMON service wants and that has none. */
export function daemonPlacer({ world, service, need, fleet }: Placing): Placer {
  const hosts = hostsOf(world, service.serviceArn);
  const empty = [...fleet.instances()].filter((one) => wantsOn(service, one) && !hosts.has(one.containerInstanceArn));
  return () => {
    const instance = empty.shift();
    if (instance === undefined) return undefined;
    if (misfit(instance, need) !== undefined) return { failure: placementFailure([instance], need), waitsFor: 'capacity' };
    fleet.take(instance, need);
    return { launchType: 'EC2', provider: undefined, zone: zoneOf(instance), instance: instance.containerInstanceArn };
  };
}
