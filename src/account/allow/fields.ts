import * as z from 'zod/mini';

z.config({ jitless: true }); // the page's content security policy forbids compiled validators

/** Characters that steer a terminal or turn the direction of the text around them; a name has no use for them. */
const steering = /[\p{Cc}\p{Bidi_Control}]/gu;

/** Text from outside, as one plain line. */
export const text = z.string().check(z.overwrite((value) => value.replace(steering, ' ')));

/** A number. */
export const number = z.number();

/** True or false. */
export const flag = z.boolean();

/** A size that one operation prints as a number and another as text. */
export const size = z.union([text, number]);

/** A time as this program itself writes it, of a day that every month has: nothing to convert. */
const isIso = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const zoned = /(?:[zZ]|[+-]\d\d:?\d\d)$/;

/** A time in either form of the AWS CLI, epoch seconds or ISO 8601, as an ISO string in UTC; one that is neither is dropped. */
export const time = z.pipe(z.union([z.string(), z.number()]), z.transform(isoOf));

function isoOf(value: number | string): string | undefined {
  if (typeof value === 'string' && isIso.test(value)) return value;
  const date = new Date(typeof value === 'number' ? value * 1000 : zoned.test(value) ? value : `${value}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** The named fields of an object, each of which may be missing. Every other field is left behind unread. */
export const allow = <Fields extends Readonly<Record<string, z.ZodMiniType>>>(fields: Fields) => z.partial(z.object(fields));

/** A list of the same. */
export const list = <Element extends z.ZodMiniType>(element: Element) => z.array(element);

/** Those name and value pairs of a list whose name is wanted. */
export const pairs = (...names: readonly string[]) =>
  z.pipe(
    z.array(allow({ name: text, value: text })),
    z.transform((entries) => entries.filter(({ name }) => name !== undefined && names.includes(name))),
  );

/** A schema that first adds to an object what `derive` tells of it: a word about a field that is itself left behind. */
export const derived = <Schema extends z.ZodMiniType>(
  schema: Schema,
  derive: (raw: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
) =>
  z.pipe(
    z.transform((raw: unknown) => (isRecord(raw) ? { ...raw, ...derive(raw) } : raw)),
    schema,
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names the allow-lists may use: the fields of a type of the AWS SDK. */
export type FieldsOf<Type> = { readonly [Name in keyof Type]?: z.ZodMiniType };
