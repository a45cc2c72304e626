import type { ApiObject } from '../../model/api-object.ts';
import type { Millis } from '../../model/json.ts';

/** When an object was written, and the message whose handling wrote it. */
interface Writing {
  readonly at: Millis;
  readonly cause: number | undefined;
}

const writing = Symbol('writing');

interface Written extends ApiObject {
  readonly [writing]?: Writing;
}

const writingOf = (object: Written): Writing | undefined => object[writing];

/**
 * Notes how an object came to be as it is, on the object itself: a weak map of all that was ever written is walked at
 * each garbage collection. The note is not enumerable, so that copies, comparisons and printing know nothing of it.
 */
export const noteWriting = (object: ApiObject, value: Writing): void => {
  Object.defineProperty(object, writing, { value, configurable: true });
};

/** The simulated time at which an object came to be as it is; the beginning of time for one that no world wrote. */
export const writtenAt = (object: ApiObject): Millis => writingOf(object)?.at ?? -Infinity;

/** The message whose handling made an object what it is; undefined for one that no message led to. */
export const writtenFor = (object: ApiObject): number | undefined => writingOf(object)?.cause;
