import * as z from 'zod/mini';
import { list } from './fields.ts';

/** Words in the name of a variable that speak of a secret. That a name has one is a suspicion, not a finding. */
const word = /pass(?:word|wd|phrase)|secret|token|credential|(?:api|access|private|signing|encryption)[-_.]?key|connection[-_.]?string/i;

/** Words after which such a name only says where the secret is kept: `DB_PASSWORD_FILE`, `TOKEN_URL`. */
const place = /(?:arn|file|path|name|url|uri|endpoint|id|ttl|expiry|seconds|enabled|header)$/i;

const entries = list(z.looseObject({ name: z.optional(z.string()) }));

/** The names in a container's `environment` that look like those of secrets. Values are not looked at. */
export function namesThatLookSecret(environment: unknown): readonly string[] {
  const result = entries.safeParse(environment);
  if (!result.success) return [];
  return result.data.flatMap(({ name }) => (name !== undefined && word.test(name) && !place.test(name) ? [name] : []));
}
