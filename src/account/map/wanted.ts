import type { Resource } from '../../model/resource.ts';
import type { EstateMap, Group, MapCluster, MapRegion } from './estate-map.ts';
import type { Item } from './item.ts';
import { needsOf } from './item.ts';

/** What a reader looks for on the map. */
export interface Wanted {
  readonly text: string;
  /** Only what needs attention. */
  readonly needy: boolean;
}

/** A reader who looks for nothing sees everything. */
export const everything: Wanted = { text: '', needy: false };

/** The part of a map that a reader looks for: items by name or status, and all of a cluster whose name fits. */
export function wantedOf(map: EstateMap, wanted: Wanted): EstateMap {
  if (wanted.text.trim() === '' && !wanted.needy) return map;
  const words = wanted.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (...texts: readonly string[]): boolean => {
    const all = texts.join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  };
  return {
    regions: map.regions.map((region) => regionOf(region, wanted.needy, fits)).filter(({ clusters }) => clusters.length > 0),
    others: wanted.needy
      ? []
      : map.others
          .map(({ kind, resources }) => ({ kind, resources: resources.filter((one) => fits(kind, ...textsOf(one))) }))
          .filter(({ resources }) => resources.length > 0),
  };
}

type Fits = (...texts: readonly string[]) => boolean;

const textsOf = ({ name, status, reason = '' }: Resource): readonly string[] => [name, status, reason];

const regionOf = (region: MapRegion, needy: boolean, fits: Fits): MapRegion => ({
  ...region,
  clusters: region.clusters.flatMap((cluster) => clusterOf(cluster, region.name, needy, fits) ?? []),
});

function clusterOf(cluster: MapCluster, region: string, needy: boolean, fits: Fits): MapCluster | undefined {
  const around = [region, cluster.name];
  const groups = cluster.groups
    .map(({ title, items, loose }): Group => ({
      title,
      items: items.filter((item) => (!needy || item.needs.length > 0) && fits(...around, title, ...textsOf(item.resource))),
      loose: loose.filter((part) => (!needy || needsOf(part).length > 0) && fits(...around, title, ...textsOf(part))),
    }))
    .filter(({ items, loose }) => items.length + loose.length > 0);
  const own = cluster.resource;
  const itself = needy ? own !== undefined && needsOf(own).length > 0 && fits(...around) : fits(...around);
  return groups.length > 0 || itself ? { ...cluster, groups } : undefined;
}

/** How many things a map shows, for the sentence above it. */
export function sizeOf({ regions }: EstateMap): { readonly clusters: number; readonly items: number; readonly needy: number } {
  const clusters = regions.flatMap((region) => region.clusters);
  const items: readonly Item[] = clusters.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  return { clusters: clusters.length, items: items.length, needy: items.filter(({ needs }) => needs.length > 0).length };
}
