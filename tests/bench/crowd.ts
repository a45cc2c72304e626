import { extendTo, lastMoment, type Run } from '../../src/simulation/engine/run.ts';
import type { World } from '../../src/simulation/engine/world.ts';
import { runBareActors } from './bare-actors.ts';
import { counted } from './counted.ts';
import { limit, timed } from './limits.ts';

/** A crowd that ran to its horizon with its history, as a reader's browser would run it. */
export interface Crowd {
  readonly run: Run;
  readonly ms: number;
  readonly actors: number;
  readonly transitions: number;
}

/** Runs a crowd, and makes sure that as many run in the end as were asked for. */
export function crowd(what: string, begin: () => Run, wanted: number, running: (world: World) => number): Crowd {
  const { actors, transitions } = counted(begin());
  const { ms, value: run } = timed(() => extendTo(begin(), Infinity));
  const found = running(lastMoment(run).world);
  if (found !== wanted) throw new Error(`${what}: ${found} run in the end; there should be ${wanted}.`);
  console.log(`${what}: ${run.length} moments, ${actors} actors, ${transitions} transitions.`);
  return { run, ms, actors, transitions };
}

/** Against as many plain XState actors that move as often. */
export function benchBare({ ms, actors, transitions }: Crowd, most: number): void {
  const bare = timed(() => {
    runBareActors(actors, transitions);
  });
  limit('  time against as many bare XState actors', ms / bare.ms, most, '×');
}
