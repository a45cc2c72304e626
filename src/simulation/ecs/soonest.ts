import type { Millis } from '../../model/json.ts';

/** The first of some times, of which each may be absent. */
export const soonest = (...times: readonly (Millis | undefined)[]): Millis | undefined => {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};
