import type { ApiObject } from '../../model/api-object.ts';
import type { Millis } from '../../model/json.ts';

/** When an object was written, and the message whose handling wrote it. */
interface Writing {
  readonly at: Millis;
  readonly cause: number | undefined;
}

const written = new WeakMap<ApiObject, Writing>();

/** Notes how an object came to be as it is. */
export const noteWriting = (object: ApiObject, writing: Writing): void => void written.set(object, writing);

/** The simulated time at which an object came to be as it is; the beginning of time for one that no world wrote. */
export const writtenAt = (object: ApiObject): Millis => written.get(object)?.at ?? -Infinity;

/** The message whose handling made an object what it is; undefined for one that no message led to. */
export const writtenFor = (object: ApiObject): number | undefined => written.get(object)?.cause;
