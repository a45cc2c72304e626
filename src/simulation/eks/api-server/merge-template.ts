import type { Json, JsonObject } from '../../../model/json.ts';

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (value: Json): Json | undefined => (isObject(value) ? value['name'] : undefined);

/**
 * A strategic merge patch: objects are merged field by field, null removes a field, and lists whose elements have
 * names, such as containers, are merged by name. Other lists are replaced.
 */
export function strategicMerge(before: Json | undefined, change: Json): Json {
  if (isObject(change)) {
    const result: Record<string, Json | undefined> = isObject(before) ? { ...before } : {};
    for (const [field, value] of Object.entries(change)) {
      if (value === undefined) continue;
      if (value === null) delete result[field];
      else result[field] = strategicMerge(result[field], value);
    }
    return result;
  }
  if (Array.isArray(change) && Array.isArray(before) && change.every((one) => nameOf(one) !== undefined))
    return mergedByName(before, change);
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
