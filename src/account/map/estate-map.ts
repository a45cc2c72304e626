import type { ApiObject } from '../../model/api-object.ts';
import type { Kind } from '../../model/kind.ts';
import type { Resource } from '../../model/resource.ts';
import type { Estate } from '../gather.ts';
import { isPlaceholder } from '../gather.ts';
import type { Home } from './home-of.ts';
import { homeOf } from './home-of.ts';
import type { Item } from './item.ts';
import { itemOf, resourceOf } from './item.ts';
import { placeOfKind } from './places.ts';

/** Items of one sort in a cluster: its services, its node groups. */
export interface Group {
  readonly title: string;
  readonly items: readonly Item[];
  /** Parts that belong to no item, such as tasks without a service. */
  readonly loose: readonly Resource[];
}

/** A cluster with what is in it. */
export interface MapCluster {
  readonly key: string;
  readonly world: 'ecs' | 'eks';
  readonly name: string;
  /** The cluster itself; absent where only what is in it was read. */
  readonly resource?: Resource;
  readonly groups: readonly Group[];
}

/** One Region of one account. */
export interface MapRegion {
  readonly name: string;
  readonly account: string | undefined;
  readonly clusters: readonly MapCluster[];
}

/** Everything that was read, in the order in which a reader looks for it. */
export interface EstateMap {
  readonly regions: readonly MapRegion[];
  /** What the map has no place for, by kind. */
  readonly others: readonly { readonly kind: Kind; readonly resources: readonly Resource[] }[];
}

interface Placed {
  readonly object: ApiObject;
  readonly resource: Resource;
  readonly home: Home;
}

/** So many objects are placed before a pause is offered. */
const LOT = 100;

/**
 * Puts the objects of an account where a reader looks for them: Region, cluster, and what is in it. It offers pauses, so that a
 * page stays alive over a large account.
 */
export function* mapping(estate: Estate): Generator<undefined, EstateMap> {
  const placed: Placed[] = [];
  const others: Resource[] = [];
  let seen = 0;
  for (const object of estate.values()) {
    seen += 1;
    if (seen % LOT === 0) yield;
    if (isPlaceholder(object) && object.kind !== 'ecs-cluster') continue;
    const home = homeOf(object, estate);
    const resource = resourceOf(object);
    if (home !== undefined) placed.push({ object, resource, home });
    else others.push(resource);
  }
  const regions: MapRegion[] = [];
  for (const those of Map.groupBy(placed, ({ home }) => `${home.region} ${home.account ?? ''}`).values())
    regions.push(yield* regionOf(those));
  const kinds: EstateMap['others'][number][] = [];
  for (const [kind, resources] of Map.groupBy(others, (other) => other.kind)) {
    yield;
    kinds.push({ kind, resources: resources.toSorted(byName) });
  }
  return { regions: regions.toSorted(byName), others: kinds };
}

function* regionOf(placed: readonly Placed[]): Generator<undefined, MapRegion> {
  const clusters: MapCluster[] = [];
  for (const [key, those] of Map.groupBy(placed, ({ home }) => home.cluster)) {
    yield;
    clusters.push(clusterOf(key, those));
  }
  return { name: placed[0]?.home.region ?? '', account: placed[0]?.home.account, clusters: clusters.toSorted(byName) };
}

function clusterOf(key: string, placed: readonly Placed[]): MapCluster {
  const own = placed.find(({ home }) => home.isCluster)?.resource;
  const [first] = placed;
  return {
    key,
    world: key.startsWith('ecs') ? 'ecs' : 'eks',
    name: own?.name ?? first?.home.clusterName ?? '',
    ...(own === undefined ? {} : { resource: own }),
    groups: groupsOf(placed),
  };
}

function groupsOf(placed: readonly Placed[]): readonly Group[] {
  const parts = Map.groupBy(
    placed.filter(({ object }) => placeOfKind(object.kind)?.role === 'part'),
    ({ home }) => home.holder,
  );
  const held = new Set<string | undefined>();
  const titles = new Map<string, { items: Item[]; loose: Resource[]; order: number }>();
  const group = (title: string, order: number) => {
    const known = titles.get(title) ?? { items: [], loose: [], order };
    titles.set(title, known);
    return known;
  };
  for (const { object, resource } of placed) {
    const place = placeOfKind(object.kind);
    if (place?.role !== 'item') continue;
    held.add(object.id);
    const own = (parts.get(object.id) ?? []).map((part) => part.resource);
    group(place.title, place.order).items.push(itemOf(resource, own));
  }
  for (const [holder, those] of parts) {
    if (held.has(holder)) continue;
    for (const { object, resource } of those) {
      const place = placeOfKind(object.kind);
      if (place !== undefined) group(place.title, place.order).loose.push(resource);
    }
  }
  return [...titles]
    .toSorted(([, one], [, other]) => one.order - other.order)
    .map(([title, { items, loose }]) => ({ title, items: items.toSorted((one, other) => byName(one.resource, other.resource)), loose }));
}

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
