/** Runs something from a clean heap, and says how many ms it took. */
export function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  globalThis.gc?.();
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

/** Prints a number with the most that it may be; the process fails when it is more. */
export function limit(what: string, found: number, most: number, unit = ''): void {
  const holds = found <= most;
  if (!holds) process.exitCode = 1;
  console.log(`${what}: ${found.toPrecision(3)}${unit}, at most ${most.toPrecision(3)}${unit}: ${holds ? 'holds' : 'FAILS'}`);
}
