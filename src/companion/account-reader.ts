import type { Snapshot } from '../account/snapshot.ts';
import type { Choice } from './choice.ts';

/** Who AWS says is asking. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** How far a reading is. */
export interface Progress {
  readonly what: string;
  readonly region?: string | undefined;
  readonly done: number;
  readonly found: number;
  readonly calls: number;
}

/** How a reading tells of itself, and how it is ended. */
export interface Hooks {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Why something failed, in one sentence, and the command that mends it where there is one. */
export interface Failure {
  readonly sentence: string;
  readonly fix?: string | undefined;
}

/** What the companion can do with an account: nothing but look. */
export interface AccountReader {
  /** The Region that the environment or the profile sets; undefined when neither does. */
  readonly regionOf: (profile: string | undefined) => Promise<string | undefined>;
  readonly identify: (choice: Choice, signal: AbortSignal) => Promise<Caller>;
  readonly read: (choice: Choice, hooks: Hooks) => Promise<Snapshot>;
  /** What any error of these two means. */
  readonly explain: (error: unknown, choice: Choice) => Failure;
}
