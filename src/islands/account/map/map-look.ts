import type { EstateMap } from '../../../account/map/estate-map.ts';
import type { Mask } from '../../../account/mask.ts';
import type { Id } from '../../../model/json.ts';

/** What every card of the map needs to know. */
export interface MapLook {
  readonly selected: Id | undefined;
  /** The one card that Tab reaches; arrow keys move it. */
  readonly reachable: Id | undefined;
  readonly panelId: string;
  readonly show: Mask;
  readonly select: (id: Id, byKeyboard: boolean) => void;
}

/** Clusters stand open until about so many cards are drawn; the others show their counts. */
const DRAWN = 80;

/** The clusters that stand open before a reader opens or closes any, by their keys. */
export function openedOf({ regions }: EstateMap, filtered: boolean): ReadonlySet<string> {
  const opened = new Set<string>();
  let drawn = 0;
  for (const { key, groups } of regions.flatMap(({ clusters }) => clusters)) {
    const cards = groups.reduce((sum, { items }) => sum + items.length, 0);
    if (drawn + Math.min(cards, DRAWN) > DRAWN && !(filtered && drawn === 0)) continue;
    opened.add(key);
    drawn += cards;
  }
  return opened;
}
