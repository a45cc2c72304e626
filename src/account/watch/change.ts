import type { Id } from '../../model/json.ts';
import type { Tone } from '../../model/status.ts';

/** One thing that differs between two readings of an account. */
export interface Change {
  readonly id: Id;
  /** What happened, as a sentence without the time: `web: 2 of 3 tasks run, 3 before.` */
  readonly text: string;
  /** How it looks: the tone of the resource afterwards. */
  readonly tone: Tone;
  /** ISO time at which it happened, where the provider says so; else it was between the readings. */
  readonly at?: string;
}
