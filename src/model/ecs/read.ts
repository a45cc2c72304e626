import type { Id, Json, JsonObject } from '../json.ts';
import type { Scope } from '../resource.ts';

/** A field as text; undefined when it is absent or something else. */
export function text(body: JsonObject, field: string): string | undefined {
  const value = body[field];
  return typeof value === 'string' ? value : undefined;
}

/** A field as a number, also when it was printed as text. */
export function count(body: JsonObject, field: string): number | undefined {
  const value = body[field];
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Whether a value is a JSON object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field as an object; an empty one when it is absent. */
export function object(body: JsonObject, field: string): JsonObject {
  const value = body[field];
  return isObject(value) ? value : {};
}

/** The objects of a field that is a list; none when it is absent. */
export function objects(body: JsonObject, field: string): readonly JsonObject[] {
  const value = body[field];
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** The texts of a field that is a list; none when it is absent. */
export function texts(body: JsonObject, field: string): readonly string[] {
  const value = body[field];
  return Array.isArray(value) ? (value as readonly Json[]).filter((one) => typeof one === 'string') : [];
}

/** A date as ISO text in UTC: the command line prints seconds since 1970 or ISO text with an offset. */
export function date(body: JsonObject, field: string): string | undefined {
  const value = body[field];
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const moment = new Date(typeof value === 'number' ? value * 1000 : value);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** The last part of an ARN or path. */
export const lastPart = (id: Id): string => id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);

/** The first three characters of the last part of an ARN: enough to tell tasks apart on cards. */
export const shortId = (id: Id): string => lastPart(id).slice(0, 3);

/** The ARN of a capacity provider in the account and Region of another ARN of ECS. */
export const capacityProviderArn = (arn: Id, name: string): Id => `${arn.split(':').slice(0, 5).join(':')}:capacity-provider/${name}`;

/** Account and Region of an ARN, and the cluster where it names one. */
export function scopeOf(arn: Id, zone?: string): Scope {
  const [, , , region, account, resource = ''] = arn.split(':');
  const [type, first, second] = resource.split('/');
  const cluster = type === 'cluster' ? first : second === undefined ? undefined : first;
  const isEcs = arn.split(':')[2] === 'ecs';
  return {
    ...(account ? { account } : {}),
    ...(region ? { region } : {}),
    ...(isEcs && cluster ? { cluster } : {}),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** One clause of those words that there are; undefined when there are none. */
export function clause(...words: readonly (string | undefined)[]): string | undefined {
  const said = words.filter((word) => word !== undefined);
  return said.length === 0 ? undefined : said.join(', ');
}

/** The same object without the fields that are undefined: optional fields are absent, never undefined. */
export function defined<T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
export function defined(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
