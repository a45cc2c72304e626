import PQueue from 'p-queue';
import { rateOf } from './rates.ts';

/** Runs calls no faster than the rates allow, and at most four at a time. */
export interface Pace {
  /** Runs a call when its turn comes; a signal that fires takes it out of the queue. */
  readonly run: <Answer>(region: string, action: string, call: () => Promise<Answer>, signal: AbortSignal) => Promise<Answer>;
}

const atOnce = 4;

/** A pace for one account. Whoever reads the same account twice uses the same pace. `second` is how long a second lasts, in milliseconds. */
export function paceOf({ second }: { readonly second: number } = { second: 1000 }): Pace {
  const line = new PQueue({ concurrency: atOnce });
  const buckets = new Map<string, PQueue>();
  const bucketOf = (region: string, action: string): PQueue => {
    const { actions, ours } = rateOf(action);
    const key = [region, ...actions].join(' ');
    const bucket =
      buckets.get(key) ??
      // No bucket lets more calls out than the line takes at once: those that waited there would otherwise go as one burst.
      new PQueue({ concurrency: atOnce, interval: second, intervalCap: ours, strict: true });
    buckets.set(key, bucket);
    return bucket;
  };
  return {
    run: (region, action, call, signal) => bucketOf(region, action).add(() => line.add(call, { signal }), { signal }),
  };
}
