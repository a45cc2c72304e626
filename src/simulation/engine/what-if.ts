import type { ApiObject } from '../../model/api-object.ts';
import type { Input } from '../../model/api-call.ts';
import type { Millis } from '../../model/json.ts';
import type { Run } from './run.ts';
import { beginRun, extendTo, lastMoment } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** A scenario made like something real: what prepares its world, what that carries over, and what it cannot. */
export interface WhatIf {
  /** What it is made like: `service checkout`. */
  readonly like: string;
  readonly inputs: readonly Input[];
  /** What was carried over, as clauses: `6 tasks wanted`. */
  readonly carried: readonly string[];
  /** What stays as the scenario has it, as sentences. */
  readonly kept: readonly string[];
  /** Whether the prepared world has come to rest, so that the reader can begin. */
  readonly isReady: (world: World) => boolean;
}

/** Reads from the chosen part of an account what a scenario needs; undefined when that part holds nothing of the sort. */
export type MakeWhatIf = (objects: readonly ApiObject[]) => WhatIf | undefined;

/** How often a prepared world is looked at, in simulated ms. */
const LOOK: Millis = 5_000;

/** A run to try things in, the time from which to do it, and what the reader must know. */
export interface Tried {
  readonly run: Run;
  readonly time: Millis;
  readonly text: string;
}

/** Prepares a scenario's world, up to the first time from 0 at which it has come to rest; to 0 if it never does. */
export function tried(scenario: Scenario, { like, inputs, carried, kept, isReady }: WhatIf): Tried {
  const run = beginRun(scenario, { inputs });
  const text = `The simulation is now like ${like}: ${carried.join(', ')}. ${kept.join(' ')} A link that you share holds these names and numbers.`;
  for (let time = 0; time < scenario.horizon; time += LOOK) if (isReady(lastMoment(extendTo(run, time)).world)) return { run, time, text };
  return { run, time: 0, text };
}
