/** How the waits between attempts grow. */
export interface Backoff {
  readonly minMs: number;
  readonly maxMs: number;
  readonly multiple: number;
}

const NANOSECONDS = 1e6;

/** So many waits in milliseconds, before chance lengthens them; the agent reckons in whole nanoseconds. */
export function waits({ minMs, maxMs, multiple }: Backoff, count: number): readonly number[] {
  let next = minMs * NANOSECONDS;
  return Array.from({ length: count }, () => {
    const wait = next;
    next = Math.min(Math.trunc(next * multiple), maxMs * NANOSECONDS);
    return wait / NANOSECONDS;
  });
}
