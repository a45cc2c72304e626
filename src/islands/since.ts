import type { Resource } from '../model/resource.ts';
import type { Millis } from '../model/json.ts';
import { spanOf } from './clock.ts';

/** How long a status has lasted, in words: counted up to `now` (ms since 1970) in a simulation, as a date for an account; undefined where nobody states it. */
export function sinceText({ since }: Resource, now: Millis | undefined): string | undefined {
  const began = since === undefined ? NaN : Date.parse(since);
  if (Number.isNaN(began)) return undefined;
  if (now !== undefined) return `for ${spanOf(now - began)}`;
  return `since ${new Date(began).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
