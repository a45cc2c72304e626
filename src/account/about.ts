import type { Kind } from '../model/kind.ts';

/** Where more was found than was read: `500 of 1240 services of cluster shop`. */
export interface Limit {
  readonly what: string;
  readonly shown: number;
  readonly found: number;
}

/** How an account was read, as far as its files tell. */
export interface About {
  /** ISO time; absent for the output of commands, which does not say. */
  readonly readAt?: string | undefined;
  readonly caller?: { readonly account?: string | undefined; readonly arn?: string | undefined } | undefined;
  readonly regions: readonly string[];
  readonly limits: readonly Limit[];
  /** IAM actions that were denied, as `operations` names them: what they show is unknown. */
  readonly denied: readonly string[];
  /** Kinds that were asked for and read whole: one that is not there does not exist. Any other absence is unknown. */
  readonly complete: ReadonlySet<Kind>;
}

/** What is known when nothing says how objects were read: that something is absent proves nothing. */
export const unsaid: About = { regions: [], limits: [], denied: [], complete: new Set() };
