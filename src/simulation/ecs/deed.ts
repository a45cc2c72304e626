import type { Millis } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import type { Member } from './census.ts';
import type { ServiceBody } from './objects.ts';
import type { SchedulerMemory } from './scheduler-memory.ts';

/** What a part of a scheduler's pass wants done, and what the service says about it, each in order. */
export interface Deed {
  readonly effects: readonly Effect[];
  readonly said: readonly string[];
}

/** A deed that moves a service on: how it and its scheduler's memory stand afterwards. */
export interface Move extends Deed {
  readonly service: ServiceBody;
  readonly memory: SchedulerMemory;
  /** How many tasks were started, and which were stopped. */
  readonly started: number;
  readonly stopped: readonly Member[];
  /** When to look again though nothing reports a change. */
  readonly lookAgainAt: Millis | undefined;
}

/** A move that leaves everything as it is. */
export const noMove = (service: ServiceBody, memory: SchedulerMemory): Move => ({
  service,
  memory,
  effects: [],
  said: [],
  started: 0,
  stopped: [],
  lookAgainAt: undefined,
});
