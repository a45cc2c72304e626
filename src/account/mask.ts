import type { ApiObject } from '../model/api-object.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Changes a text before it is shown. */
export type Mask = (text: string) => string;

/** Twelve digits that stand alone, as in an ARN, an image's registry or the name of a bucket. */
const standsAlone = /(?<![0-9A-Za-z])\d{12}(?![0-9A-Za-z])/g;
const anyTwelve = /(?<!\d)\d{12}(?!\d)/g;

/** Hides every account id that stands alone in one of these texts, wherever it is met; two accounts stay two. */
export function maskOf(texts: Iterable<string>): Mask {
  const masks = new Map<string, string>();
  for (const text of texts) {
    for (const [account] of text.matchAll(standsAlone)) {
      if (!masks.has(account)) masks.set(account, masks.size === 0 ? '************' : `************(${masks.size + 1})`);
    }
  }
  return (text) => text.replace(anyTwelve, (digits) => masks.get(digits) ?? digits);
}

/** Every text in a value. */
export function* textsOf(value: Json | undefined): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsOf(part);
}

/** An object with each of its texts masked, its id and the ids that it names alike, so that it still fits the others. */
export const maskObject = ({ id, kind, body }: ApiObject, mask: Mask): ApiObject => ({ id: mask(id), kind, body: maskFields(body, mask) });

const maskFields = (fields: JsonObject, mask: Mask): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === undefined ? undefined : maskValue(value, mask)]));

function maskValue(value: Json, mask: Mask): Json {
  if (typeof value === 'string') return mask(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((part) => maskValue(part, mask));
  return maskFields(value, mask);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
