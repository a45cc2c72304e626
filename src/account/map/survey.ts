import type { Estate } from '../gather.ts';
import type { EstateMap } from './estate-map.ts';
import { mapping } from './estate-map.ts';
import type { KinIndex } from './kin-index.ts';
import { indexing } from './kin-index.ts';

/** An account as a page shows it: its map, and the way from each resource to those around it. */
export interface Survey {
  readonly map: EstateMap;
  readonly index: KinIndex;
}

/** Surveys an account, with pauses. */
export function* surveying(estate: Estate): Generator<undefined, Survey> {
  return { map: yield* mapping(estate), index: yield* indexing(estate) };
}

/** Runs something that offers pauses to its end, without one. */
export function atOnce<Result>(work: Generator<undefined, Result>): Result {
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}
