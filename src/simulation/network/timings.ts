import type { Millis } from '../../model/json.ts';

/* Durations that AWS does not publish: `model` in the sense of the facts, shown to the reader as illustrative. */

/** Until a load balancer has taken a new target up. */
export const TARGET_REGISTERS: Millis = 1_500;

/** From then until the first health check. */
export const FIRST_CHECK: Millis = 1_500;
