import type { ApiObject } from '../model/api-object.ts';
import type { Id } from '../model/json.ts';
import type { Estate } from './gather.ts';
import { gather } from './gather.ts';
import type { Cover } from './picture.ts';
import { coverOf } from './picture.ts';
import type { Reading } from './reading.ts';

/** How a reading differs from the one before it, as plain data: what a worker hands to a page. */
export interface Parcel {
  /** Objects that are new or other than before, placeholders among them. */
  readonly changed: readonly ApiObject[];
  readonly gone: readonly Id[];
  readonly cover: Cover;
}

/** Compares a reading with the estate before it. An object that says the same stays the same object. */
export function parcelOf(before: Estate, reading: Reading): { readonly estate: Estate; readonly parcel: Parcel } {
  const after = gather(reading.objects);
  const changed = [...after.values()].filter((object) => !isSame(before.get(object.id), object));
  const gone = [...before.keys()].filter((id) => !after.has(id));
  return { estate: unpacked(before, { changed, gone }), parcel: { changed, gone, cover: coverOf(after, reading) } };
}

/** The estate before, with a parcel's changes; the same estate when there are none. */
export function unpacked(before: Estate, { changed, gone }: Pick<Parcel, 'changed' | 'gone'>): Estate {
  if (changed.length === 0 && gone.length === 0) return before;
  const after = new Map(before);
  for (const id of gone) after.delete(id);
  for (const object of changed) after.set(object.id, object);
  return after;
}

const isSame = (before: ApiObject | undefined, after: ApiObject): boolean =>
  before?.kind === after.kind && JSON.stringify(before.body) === JSON.stringify(after.body);
