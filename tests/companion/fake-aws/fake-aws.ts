import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Document } from '../../../src/account/reading.ts';
import { answers, ProviderError } from './answers.ts';
import { bucketsOf } from './buckets.ts';
import type { Holdings } from './holdings.ts';
import { home, nothing } from './holdings.ts';
import type { Call, Written } from './wire.ts';
import { callOf, written, writtenError } from './wire.ts';

/** What a test does to one call. */
export type Meddling =
  | { readonly error: string; readonly message: string; readonly status?: number }
  | { readonly waits: number }
  | { readonly raw: string }
  | { readonly answers: (output: Document) => Document }
  | 'breaks off';

/** How the fake differs from AWS on a good day. */
export interface Circumstances {
  readonly holdings?: Readonly<Record<string, Holdings>>;
  readonly denied?: readonly string[];
  readonly meddle?: (call: Call, nth: number) => Meddling | undefined;
  /** How many milliseconds its clock is ahead. */
  readonly ahead?: number;
  /** Whether its answers carry the time by which a client could set its own clock right. */
  readonly tellsTime?: boolean;
  /** How long a second of its token buckets lasts, in milliseconds. */
  readonly second?: number;
}

/** A fake of AWS on the loopback. */
export interface FakeAws {
  readonly url: string;
  /** The calls that reached it, in order, with the time at which they did. */
  readonly calls: readonly (Call & { readonly at: number })[];
  /** How many of them it refused for coming too fast. */
  readonly throttled: () => number;
  readonly close: () => Promise<void>;
}

const fiveMinutes = 300_000;

const deniedAs = (action: string): string =>
  action.startsWith('ec2:')
    ? 'UnauthorizedOperation'
    : /^(?:sts|elasticloadbalancing):/.test(action)
      ? 'AccessDenied'
      : 'AccessDeniedException';

/** Starts a fake of the services that the companion reads, on a free port. */
export async function fakeAws({
  holdings = {},
  denied = [],
  meddle,
  ahead = 0,
  tellsTime = true,
  second = 1000,
}: Circumstances): Promise<FakeAws> {
  const calls: (Call & { at: number })[] = [];
  const buckets = bucketsOf(second);
  let throttled = 0;

  function answer(call: Call, changed: (output: Document) => Document): Written {
    const { action, region, input, signedAt } = call;
    if (Math.abs(Date.now() + ahead - signedAt) > fiveMinutes) {
      return writtenError(action, 'InvalidSignatureException', 'Signature expired: it is not within five minutes of now.', 403);
    }
    if (!buckets(call)) {
      throttled += 1;
      return writtenError(action, 'ThrottlingException', 'Rate exceeded');
    }
    if (denied.includes(action)) {
      return writtenError(action, deniedAs(action), `User: reader is not authorized to perform: ${action}`, 403);
    }
    try {
      const known = answers[action];
      if (known === undefined) return writtenError(action, 'UnknownOperationException', `The fake has no ${action}.`, 501);
      return written(action, changed(known(input, holdings[region] ?? nothing)));
    } catch (error) {
      if (error instanceof ProviderError) return writtenError(action, error.code, error.message);
      throw error;
    }
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of incoming) body += String(chunk);
    const call = callOf(incoming, body);
    calls.push({ ...call, at: performance.now() });
    const meddling = meddle?.(call, calls.filter(({ action }) => action === call.action).length);
    if (meddling === 'breaks off') {
      incoming.socket.destroy();
      return;
    }
    if (meddling !== undefined && 'waits' in meddling) await new Promise((resolve) => setTimeout(resolve, meddling.waits).unref());
    const { status, headers, body: said } = meddled(call, meddling) ?? answer(call, changeIn(meddling));
    if (!tellsTime) outgoing.sendDate = false;
    outgoing.writeHead(status, { ...headers, ...(tellsTime ? { date: new Date(Date.now() + ahead).toUTCString() } : {}) });
    outgoing.end(said);
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(501, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ __type: 'FakeFailed', message: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    calls,
    throttled: () => throttled,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is said in place of the answer, if anything is. */
function meddled({ action }: Call, meddling: Meddling | undefined): Written | undefined {
  if (meddling === undefined || meddling === 'breaks off') return undefined;
  if ('error' in meddling) return writtenError(action, meddling.error, meddling.message, meddling.status);
  return 'raw' in meddling ? { status: 200, headers: { 'content-type': 'text/html' }, body: meddling.raw } : undefined;
}

const changeIn = (meddling: Meddling | undefined) => (output: Document) =>
  meddling !== undefined && meddling !== 'breaks off' && 'answers' in meddling ? meddling.answers(output) : output;

/** Holdings in the usual Region. */
export const at = (holdings: Holdings): Readonly<Record<string, Holdings>> => ({ [home]: holdings });
