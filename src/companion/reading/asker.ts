import { operationOf } from '../../account/operations.ts';
import type { Clients } from './clients.ts';
import { saidBy } from './explain-failure.ts';
import type { FailureKind } from './failure-kind.ts';
import { failureKind } from './failure-kind.ts';
import type { Pace } from './pacing.ts';
import type { Refusals } from './refusals.ts';
import type { Tally } from './tally.ts';

/** One call by the clients of a Region. */
export type Send<Answer> = (clients: Clients, how: { readonly abortSignal: AbortSignal }) => Promise<Answer>;

/** Asks AWS in one Region, at the right pace. */
export interface Asker {
  readonly region: string;
  readonly tally: Tally;
  /** The answer; undefined when the action was denied or failed, which is kept for the account file. */
  readonly ask: <Answer>(action: string, send: Send<Answer>) => Promise<Answer | undefined>;
  /** The same, for those who can go on after a failure of their own sort: it is handed to them and not kept. */
  readonly attempt: <Answer>(action: string, send: Send<Answer>, mended: (error: unknown) => boolean) => Promise<Attempt<Answer>>;
  readonly complain: Refusals['complain'];
}

/** What came of a call. */
export type Attempt<Answer> = { readonly answer: Answer } | { readonly mended: true } | { readonly given: 'up' };

/** Ends a reading whose connection broke after it had begun. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

interface Ground {
  readonly clientsOf: (region: string) => Clients;
  readonly pace: Pace;
  readonly tally: Tally;
  readonly refusals: Refusals;
  readonly signal: AbortSignal;
}

/** How often an action may be denied in a Region, and never allowed, before it is asked for no more. */
const patience = 3;

/** An asker for each Region of a reading. */
export function askerOf(region: string, { clientsOf, pace, tally, refusals, signal }: Ground): Asker {
  const denials = new Map<string, number>();
  const stops = new Map<string, { readonly stop: AbortController; readonly signal: AbortSignal }>();
  const clients = clientsOf(region);
  const complain: Refusals['complain'] = (action, what) => refusals.complain(action, `${what} in ${region}`);

  /** Each action can be given up on its own, which takes what waits for its turn out of the queue. */
  const stopOf = (action: string) => {
    const stop = new AbortController();
    const known = stops.get(action) ?? { stop, signal: AbortSignal.any([signal, stop.signal]) };
    stops.set(action, known);
    return known;
  };

  /** Keeps a failure that others may outlive, and throws one that ends the reading. */
  const settle = (action: string, error: unknown): void => {
    signal.throwIfAborted();
    if (stopOf(action).signal.aborted) return;
    const kind = failureKind(error);
    if (kind === 'denied') {
      refusals.deny(action);
      const count = (denials.get(action) ?? 0) + 1;
      denials.set(action, count);
      if (count >= patience) stopOf(action).stop.abort();
    } else if (isOutlived(kind, action)) complain(action, `failed (${saidBy(error)})`);
    else if ((kind === 'unreachable' || kind === 'lost') && tally.calls() > 0) {
      throw new ConnectionLost(`The connection to AWS was lost at ${action}`, { cause: error });
    } else throw error;
  };

  const attempt: Asker['attempt'] = async (action, send, mended) => {
    signal.throwIfAborted();
    const own = stopOf(action).signal;
    if (own.aborted) return { given: 'up' };
    try {
      const answer = await pace.run(region, action, () => send(clients, { abortSignal: own }), own);
      denials.set(action, -Infinity); // allowed for some resources at least
      tally.answered();
      return { answer };
    } catch (error) {
      if (mended(error)) return { mended: true };
      settle(action, error);
      return { given: 'up' };
    }
  };

  return {
    region,
    tally,
    complain,
    attempt,
    async ask(action, send) {
      const result = await attempt(action, send, () => false);
      return 'answer' in result ? result.answer : undefined;
    },
  };
}

/**
 * Whether a reading goes on without this answer. If not even the account's identity can be told, nothing else can; managed Prometheus
 * and Grafana have no endpoint in some Regions, which looks like a broken connection.
 */
function isOutlived(kind: FailureKind, action: string): boolean {
  const group = operationOf(action)?.group;
  return group === 'monitoring' || (group !== 'identity' && (kind === 'throttled' || kind === 'missing' || kind === 'other'));
}
