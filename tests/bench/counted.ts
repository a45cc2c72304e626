import type { Run } from '../../src/simulation/engine/run.ts';
import { momentAt } from '../../src/simulation/engine/run.ts';
import { advance, request, waitUntil } from '../../src/simulation/engine/step.ts';

/** How many machines a run begins and moves up to its horizon; counted apart, so that counting costs the race nothing. */
export function counted(run: Run): { readonly actors: number; readonly transitions: number } {
  let { world } = momentAt(run, 0);
  const calls = run.inputs.flatMap((input) => ('call' in input ? [input] : []));
  const seen = new Set(world.actors.keys());
  let transitions = 0;
  for (;;) {
    const [input] = calls;
    const next = world.queue?.head.at ?? Infinity;
    const isInput = input !== undefined && input.at < next;
    if (!isInput && next > run.scenario.horizon) return { actors: seen.size, transitions };
    const step = isInput ? request(waitUntil(world, input.at), input.call)[0] : advance(world);
    if (step === undefined) return { actors: seen.size, transitions };
    if (isInput) calls.shift();
    ({ world } = step);
    transitions += step.transitions;
    for (const id of step.changed) if (world.actors.has(id)) seen.add(id);
  }
}
