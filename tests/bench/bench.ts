import scenario from '../../diagrams/ecs-service/scenario.ts';
import { ids } from '../../diagrams/ecs-service/start.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { beginRun, extend, lastMoment, momentAt, type Run } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { advance, request } from '../../src/simulation/engine/step.ts';
import type { World } from '../../src/simulation/engine/world.ts';
import { runBareActors } from './bare-actors.ts';

const TASKS = 5_000;
/** Long after the last of the tasks has come to run. */
const UNTIL = 3_600_000;

const call = {
  api: 'ecs',
  operation: 'UpdateService',
  input: {
    cluster: 'demo',
    service: 'web',
    desiredCount: TASKS,
    capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }],
    forceNewDeployment: true,
  },
} as const;
const crowded: Scenario = { ...scenario, horizon: UNTIL };
const begin = (): Run => beginRun(crowded, { inputs: [{ at: 0, call }] });

const running = ({ objects }: World): number => Number(objects.get(ids.service)?.body['runningCount'] ?? 0);

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  globalThis.gc?.();
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

/** How many machines the world began and moved on its way to the steady state; counted apart, so that counting costs the race nothing. */
function counted(): { readonly actors: number; readonly transitions: number } {
  let { world } = momentAt(begin(), 0);
  const seen = new Set(world.actors.keys());
  let transitions = 0;
  let [step] = request(world, call);
  for (let next: typeof step | undefined = step; next !== undefined; next = advance(world)) {
    step = next;
    if (step.world.time > UNTIL) break;
    world = step.world;
    transitions += step.transitions;
    for (const id of step.changed) if (world.actors.has(id)) seen.add(id);
  }
  return { actors: seen.size, transitions };
}

/** The whole way with its history, as a reader's browser would go it. */
function simulated(): Run {
  let run = begin();
  for (let next = extend(run); next !== undefined; next = extend(run)) run = next;
  return run;
}

const { actors, transitions } = counted();
const bare = timed(() => {
  runBareActors(actors, transitions);
});
const world = timed(simulated);
globalThis.gc?.();
/** A history only grows, so what is in use at its end is the most that ever was. */
const peak = process.memoryUsage().heapUsed;

const run = world.value;
const last = run.length - 1;
const before = Array.from({ length: last }, (_, i) => i).findLast((index) => momentAt(run, index + 1).changed.length === 1) ?? last - 1;
const first = timed(() => frameAt(run, before));
const next = timed(() => frameAt(run, before + 1, first.value));

const MB = 1_000_000;
const verdict = (holds: boolean): string => (holds ? 'holds' : 'FAILS');
console.log(
  `${running(lastMoment(run).world)} of ${TASKS} tasks run after ${run.length} moments, ${actors} actors, ${transitions} transitions.`,
);
console.log(
  `World with history against as many bare XState actors: ${(world.ms / bare.ms).toFixed(2)}×, at most 3×: ${verdict(world.ms <= 3 * bare.ms)}`,
);
console.log(`Heap in use with the whole history: ${Math.round(peak / MB)} MB, at most 300 MB: ${verdict(peak <= 300 * MB)}`);
console.log(`Next frame against the first: 1/${Math.round(first.ms / next.ms)}, at most 1/50: ${verdict(next.ms * 50 <= first.ms)}`);
