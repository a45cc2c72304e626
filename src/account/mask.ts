import type { ApiObject } from '../model/api-object.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Resource } from '../model/resource.ts';

/** Changes a text before it is shown. */
export type Mask = (text: string) => string;

/** Twelve digits that stand alone, as in an ARN, an image's registry or the name of a bucket. */
const standsAlone = /(?<![0-9A-Za-z])\d{12}(?![0-9A-Za-z])/g;
const DIGITS = 12;
const anyTwelve = /(?<!\d)\d{12}(?!\d)/g;

/** The account ids that stand alone in a text of one of these values, in the order in which they are met. */
export function accountIdsIn(values: Iterable<Json | undefined>): readonly string[] {
  const found = new Set<string>();
  for (const value of values) addAccountIds(found, value);
  return [...found];
}

function addAccountIds(found: Set<string>, value: Json | undefined): void {
  if (typeof value === 'string') {
    if (value.length >= DIGITS) for (const account of value.match(standsAlone) ?? []) found.add(account);
  } else if (typeof value === 'object' && value !== null) {
    if (isList(value)) for (const part of value) addAccountIds(found, part);
    else for (const name in value) addAccountIds(found, value[name]); // a list of an object's values would cost a third of the walk
  }
}

/** Hides every account id that stands alone in one of these texts, wherever it is met; two accounts stay two. */
export function maskOf(texts: Iterable<string>): Mask {
  const masks = new Map(
    accountIdsIn(texts).map((account, index) => [account, index === 0 ? '************' : `************(${index + 1})`]),
  );
  return (text) => text.replace(anyTwelve, (digits) => masks.get(digits) ?? digits);
}

/** An object with each of its texts masked, its id and the ids that it names alike, so that it still fits the others. */
export const maskObject = ({ id, kind, body }: ApiObject, mask: Mask): ApiObject => ({ id: mask(id), kind, body: maskFields(body, mask) });

/** A resource with each of its texts masked; its id stays, for pages that print none. */
export const maskResource = (resource: Resource, mask: Mask): Resource => ({
  ...resource,
  name: mask(resource.name),
  ...(resource.text === undefined ? {} : { text: mask(resource.text) }),
  details: Object.fromEntries(Object.entries(resource.details).map(([name, value]) => [name, maskValue(value, mask)])),
});

const maskFields = (fields: JsonObject, mask: Mask): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === undefined ? undefined : maskValue(value, mask)]));

function maskValue(value: Json, mask: Mask): Json {
  if (typeof value === 'string') return mask(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((part) => maskValue(part, mask));
  return maskFields(value, mask);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
