import { valuesOf } from './raw-headers.ts';

/** The origin that a request was meant for, if it is this server's: exactly one Host header, which names the loopback and the port. */
export function ownOrigin(rawHeaders: readonly string[], port: number): string | undefined {
  const [host = '', ...others] = valuesOf(rawHeaders, 'host');
  return others.length === 0 && [`127.0.0.1:${port}`, `localhost:${port}`].includes(host) ? `http://${host}` : undefined;
}
