import type { IncomingMessage } from 'node:http';
import { ownOrigin } from './own-host.ts';
import { valuesOf } from './raw-headers.ts';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 405 | 431;
  readonly why: string;
}

/** What a request says of itself before anything of it is looked up. */
export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>;

const hasBody = (headers: readonly string[]) =>
  valuesOf(headers, 'transfer-encoding').length > 0 || valuesOf(headers, 'content-length').some((length) => length !== '0');

/** Why a request is refused, whatever it asks for: it was meant for another host, is not a plain GET, or brings a body. */
export function refusalOf({ method, url = '', rawHeaders }: Asked, port: number): Refusal | undefined {
  if (ownOrigin(rawHeaders, port) === undefined) return { status: 403, why: 'This server answers to its own address only.' };
  if (method !== 'GET') return { status: 405, why: 'This server can only be read, with GET.' };
  if (!url.startsWith('/')) return { status: 400, why: 'This server is no proxy: ask for a path.' };
  if (hasBody(rawHeaders) || valuesOf(rawHeaders, 'expect').length > 0)
    return { status: 400, why: 'A request to this server has no body.' };
  return undefined;
}
