import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The secret of one start: 32 random bytes. Whoever has it may ask for the account. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Tells whether an Authorization header carries the token. It takes as long for any other text. */
export const carriesToken = (authorization: string, token: string): boolean =>
  timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
