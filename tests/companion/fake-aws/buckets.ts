import { rates } from '../../../src/companion/reading/rates.ts';
import type { Call } from './wire.ts';

/** Takes a token for a call; false when there is none left. */
export type Buckets = (call: Call) => boolean;

/** The buckets that AWS publishes, for each Region. `second` is how long a second lasts, in milliseconds. */
export function bucketsOf(second: number, now: () => number = () => performance.now()): Buckets {
  const filled = new Map<string, { readonly tokens: number; readonly at: number }>();
  return ({ action, region }) => {
    const rate = rates.find(({ actions }) => actions.includes(action));
    if (rate?.published === undefined) return true;
    const { burst, perSecond } = rate.published;
    const key = `${region} ${rate.actions.join()}`;
    const before = filled.get(key) ?? { tokens: burst, at: now() };
    const at = now();
    const tokens = Math.min(burst, before.tokens + ((at - before.at) / second) * perSecond);
    filled.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1;
  };
}
