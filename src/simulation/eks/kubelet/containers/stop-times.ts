import type { Millis } from '../../../../model/json.ts';

/** A preStop hook that outlasts the grace period gets this much more, once. So much is also the least that a sidecar gets. */
export const EXTENSION: Millis = 2_000;

/** How a container is stopped. */
export interface Stop {
  /** Now. */
  readonly at: Millis;
  /** When the grace period of the pod is over. */
  readonly graceEnds: Millis;
  readonly preStop: Millis;
  /** How long the process takes after TERM; undefined for one that ignores it. */
  readonly shutDown: Millis | undefined;
}

/** When a container that is stopped has exited, and how: its hook, then TERM, then KILL when the grace period is over. */
export function stopTimes({ at, graceEnds, preStop, shutDown }: Stop): { readonly exitsAt: Millis; readonly exitCode: 0 | 137 } {
  if (graceEnds <= at) return { exitsAt: at, exitCode: 137 };
  const hookOutlasts = preStop > 0 && at + preStop >= graceEnds;
  const termAt = hookOutlasts ? graceEnds : at + preStop;
  const killAt = hookOutlasts ? graceEnds + EXTENSION : graceEnds;
  const exitsAt = shutDown === undefined ? killAt : termAt + shutDown;
  return exitsAt < killAt ? { exitsAt, exitCode: 0 } : { exitsAt: killAt, exitCode: 137 };
}
