/** CPU time of this thread so far, in ms: a busy machine makes work last longer, but not more of it. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/**
 * Runs something from a clean heap, and says how many ms of CPU time it took. The clock of CPU time is coarse: what is
 * short must run many times for a figure of one.
 */
export function timed<T>(work: () => T, times = 1): { readonly ms: number; readonly value: T } {
  globalThis.gc?.();
  const start = cpuTime();
  const value = work();
  for (let again = 1; again < times; again += 1) work();
  return { ms: (cpuTime() - start) / times, value };
}

/** Prints a number with the most that it may be; the process fails when it is more. */
export function limit(what: string, found: number, most: number, unit = ''): void {
  const holds = found <= most;
  if (!holds) process.exitCode = 1;
  console.log(`${what}: ${found.toPrecision(3)}${unit}, at most ${most.toPrecision(3)}${unit}: ${holds ? 'holds' : 'FAILS'}`);
}
