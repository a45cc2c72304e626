import { ownOrigin } from './own-host.ts';
import { valuesOf } from './raw-headers.ts';
import type { Refusal } from './refusal.ts';
import { carriesToken } from './token.ts';

/**
 * Why a request for the account is refused. Cookies are not looked at, and so do not matter: a browser sends those of
 * every server on the loopback to each of them, whatever the port.
 */
export function apiRefusal(rawHeaders: readonly string[], port: number, token: string): Refusal | undefined {
  const origin = ownOrigin(rawHeaders, port);
  const foreign =
    valuesOf(rawHeaders, 'origin').some((value) => value !== origin) ||
    valuesOf(rawHeaders, 'sec-fetch-site').some((value) => value !== 'same-origin');
  if (foreign) return { status: 403, why: 'Only the pages of this server may ask for the account.' };

  const [authorization = '', ...others] = valuesOf(rawHeaders, 'authorization');
  if (others.length > 0 || !carriesToken(authorization, token)) {
    return {
      status: 401,
      why: 'Open the address that the terminal printed: the token of this request is missing or is not the one of this start.',
    };
  }
  return undefined;
}
