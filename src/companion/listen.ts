import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { guard } from './gate.ts';
import { plainHeaders } from './headers.ts';
import type { IdleWatch } from './idle.ts';

/** A server that listens, and its address. */
export interface Listening {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** How many ports are tried, from the wanted one on, and who is told of each request. */
export interface Terms {
  readonly tries?: number;
  readonly idle?: IdleWatch;
}

const longestHeaders = 8_192;

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const tryPort = (server: Server, port: number) =>
  new Promise<boolean>((resolve, reject) => {
    const fail = (error: Error) => (isTaken(error) ? resolve(false) : reject(error));
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve(true);
    });
  });

/** Listens on the loopback only, at the wanted port or the next free one; 0 means any. */
export async function listen(
  fetch: Parameters<typeof getRequestListener>[0],
  wanted: number,
  { tries = 50, idle }: Terms = {},
): Promise<Listening> {
  const answer = getRequestListener(fetch, {
    errorHandler: () => new Response('This request could not be answered.\n', { status: 400, headers: plainHeaders }),
  });
  // The gate answers for a request without a host too, so Node shall not.
  const server = createServer({ maxHeaderSize: longestHeaders, requireHostHeader: false });
  guard(server, (incoming, outgoing) => {
    const done = idle?.begin();
    if (done !== undefined) outgoing.once('close', done);
    void answer(incoming, outgoing);
  });
  for (let port = wanted; port < wanted + tries; port += 1) {
    if (!(await tryPort(server, port))) continue;
    const address = server.address();
    const own = typeof address === 'object' && address !== null ? address.port : port;
    return {
      origin: `http://127.0.0.1:${own}`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
  throw new Error(`The ports ${wanted} to ${wanted + tries - 1} are all taken. Choose another with --port N.`);
}
