import type { Json, JsonObject } from '../model/json.ts';

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text field of a body, if it is there. */
export function textIn(body: JsonObject, field: string): string | undefined {
  const value = body[field];
  return typeof value === 'string' ? value : undefined;
}

/** A number of a body; 0 if it is not there. */
export function numberIn(body: JsonObject, field: string): number {
  const value = body[field];
  return typeof value === 'number' ? value : 0;
}

/** The objects of a list in a body. */
export function objectsIn(body: JsonObject, field: string): readonly JsonObject[] {
  const value = body[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of a list in a body. */
export function textsIn(body: JsonObject, field: string): readonly string[] {
  const value = body[field];
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}
