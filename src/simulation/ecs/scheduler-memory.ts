import type { Millis } from '../../model/json.ts';
import type { Census } from './census.ts';
import type { NoPlace } from './placers.ts';

/** What a scheduler remembers between two passes; none of it is in the service's object. */
export interface SchedulerMemory {
  readonly launched: number;
  readonly posted: number;
  /** Tasks in a row that stopped before they were RUNNING. */
  readonly startFailures: number;
  /** No start before this time. */
  readonly retryAt: Millis | undefined;
  readonly saidImpaired: boolean;
  /** Why a task found no place when that was last tried: said once, until its cause is gone. */
  readonly noPlace: NoPlace | undefined;
  /** Whether the limits leave a deployment nothing to do; said once as well. */
  readonly blocked: boolean;
  readonly steady: boolean;
  readonly running: number;
  readonly healthy: number;
}

const noFailures = { startFailures: 0, retryAt: undefined, saidImpaired: false } as const;

/** What a scheduler forgets when the service has another newest deployment. */
export const cleanRecord = { ...noFailures, healthy: 0 } as const;

/** The memory of a scheduler that has done nothing yet. */
export const newMemory: SchedulerMemory = {
  ...cleanRecord,
  launched: 0,
  posted: 0,
  noPlace: undefined,
  blocked: false,
  steady: false,
  running: 0,
};

/** The memory after a look at the tasks: one more that runs ends a row of failures. */
export const withCensus = (memory: SchedulerMemory, { running, current }: Census): SchedulerMemory => ({
  ...memory,
  running,
  healthy: current.healthy,
  ...(running > memory.running ? noFailures : {}),
});
