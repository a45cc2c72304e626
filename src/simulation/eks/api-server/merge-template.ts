import { isList, isObject } from '../../../model/eks/read.ts';
import type { Json } from '../../../model/json.ts';

const nameOf = (value: Json): Json | undefined => (isObject(value) ? value['name'] : undefined);
const areNamed = (list: readonly Json[]): boolean => list.every((one) => nameOf(one) !== undefined);

/**
 * A strategic merge patch: objects are merged field by field, null removes a field, and lists whose elements have
 * names, such as containers, are merged by name. Other lists are replaced.
 */
export function strategicMerge(before: Json | undefined, change: Json): Json {
  if (isObject(change)) {
    const former = isObject(before) ? before : {};
    const changed = Object.entries(change).flatMap(([field, value]) =>
      value === undefined || value === null ? [] : [[field, strategicMerge(former[field], value)] as const],
    );
    const kept = Object.entries(former).filter(([field]) => change[field] !== null);
    return Object.fromEntries([...kept, ...changed]);
  }
  if (isList(change) && isList(before) && areNamed(change) && areNamed(before)) return mergedByName(before, change);
  return change;
}

function mergedByName(before: readonly Json[], change: readonly Json[]): readonly Json[] {
  const added = change.filter((one) => !before.some((old) => nameOf(old) === nameOf(one)));
  const kept = before.map((old) => {
    const next = change.find((one) => nameOf(one) === nameOf(old));
    return next === undefined ? old : strategicMerge(old, next);
  });
  return [...kept, ...added];
}
