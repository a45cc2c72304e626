import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { plainHeaders } from './headers.ts';
import type { Refusal } from './refusal.ts';
import { refusalOf } from './refusal.ts';

const headersOf = ({ status }: Refusal): Readonly<Record<string, string>> => ({
  ...plainHeaders,
  Connection: 'close',
  ...(status === 405 ? { Allow: 'GET' } : {}),
});

/** A refusal as it goes over the wire, for what Node does not make a request of. */
function onTheWire(refusal: Refusal): string {
  const body = `${refusal.why}\n`;
  const headers = Object.entries({ ...headersOf(refusal), 'Content-Length': `${Buffer.byteLength(body)}` });
  const head = [`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

const end = (socket: Duplex, refusal: Refusal) => (socket.writable ? socket.end(onTheWire(refusal)) : socket.destroy());

/** Lets a server answer only what `refusalOf` finds nothing against; all else gets a sentence and the same strict headers. */
export function guard(server: Server, answer: RequestListener): void {
  const listener: RequestListener = (incoming, outgoing) => {
    const refusal = refusalOf(incoming, incoming.socket.localPort ?? 0);
    if (refusal === undefined) return answer(incoming, outgoing);
    outgoing.writeHead(refusal.status, { ...headersOf(refusal) }).end(`${refusal.why}\n`);
  };
  // Node would answer some of these by itself, without our headers.
  for (const event of ['request', 'checkContinue', 'checkExpectation']) server.on(event, listener);
  server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    const refusal = refusalOf(incoming, incoming.socket.localPort ?? 0);
    end(socket, refusal ?? { status: 405, why: 'This server can only be read, with GET.' });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
    end(
      socket,
      tooLong ? { status: 431, why: 'The headers of this request are too long.' } : { status: 400, why: 'This is no request of HTTP/1.1.' },
    );
  });
}
