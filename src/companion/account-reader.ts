import type { Snapshot } from '../account/snapshot.ts';
import type { Choice } from './choice.ts';
import type { Caller } from './reading/caller.ts';
import type { Explained } from './reading/explain-failure.ts';
import type { ReadingHooks } from './reading/read-account.ts';

/** What the companion can do with an account: nothing but look. */
export interface AccountReader {
  /** The Region that the environment or the profile sets; undefined when neither does. */
  readonly regionOf: (profile: string | undefined) => Promise<string | undefined>;
  readonly identify: (choice: Choice, signal: AbortSignal) => Promise<Caller>;
  readonly read: (choice: Choice, hooks: ReadingHooks) => Promise<Snapshot>;
  /** What an error of the other three means, and the command that mends it where there is one. */
  readonly explain: (error: unknown, choice: Choice) => Explained;
}
