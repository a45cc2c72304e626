import type { ApiObject } from '../../model/api-object.ts';
import type { Kind } from '../../model/kind.ts';
import { snapshotLists } from '../snapshot-lists.ts';
import type { Estate } from '../gather.ts';
import { isPlaceholder } from '../gather.ts';
import type { Evidences } from './check.ts';

const byKind = new WeakMap<Estate, ReadonlyMap<Kind, readonly ApiObject[]>>();

/** The objects of a kind that were described; one that others only name is no evidence. */
export function described(estate: Estate, kind: Kind): readonly ApiObject[] {
  const known =
    byKind.get(estate) ??
    Map.groupBy(
      [...estate.values()].filter((object) => !isPlaceholder(object)),
      (object) => object.kind,
    );
  byKind.set(estate, known);
  return known.get(kind) ?? [];
}

/** An object by its id, if it was described. */
export function describedAt(estate: Estate, id: string | undefined): ApiObject | undefined {
  const found = id === undefined ? undefined : estate.get(id);
  return found === undefined || isPlaceholder(found) ? undefined : found;
}

/** Whether the absence of an object of a kind proves that there is none. */
export const isWhole = ({ about }: Evidences, kind: Kind): boolean => about.complete.has(kind);

/** The IAM actions by which kinds are found, with those of the lists that lead to them. */
export function actionsFor(...kinds: readonly Kind[]): readonly string[] {
  const actions = new Set<string>();
  let wanted = snapshotLists.filter(({ shape }) => shape.kinds.some((kind) => kinds.includes(kind)));
  while (wanted.length > 0) {
    for (const list of wanted) for (const action of list.actions) actions.add(action);
    const before = new Set(wanted.flatMap(({ after }) => after ?? []));
    wanted = snapshotLists.filter(({ section, key }) => before.has(`${section}.${key}`));
  }
  return [...actions];
}
