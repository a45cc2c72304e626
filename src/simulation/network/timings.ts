import type { Millis } from '../../model/json.ts';

/* Durations that AWS does not publish: `model` in the sense of the facts, shown to the reader as illustrative. */

/** Until a load balancer has taken a new target up. */
export const TARGET_REGISTERS: Millis = 1_500;

/** From then until the first health check. */
export const FIRST_CHECK: Millis = 1_500;

/** Requests that clients send to a target group in a second. */
export const REQUESTS_PER_SECOND = 120;

/** CPU time that a request takes, on one vCPU. */
export const CPU_OF_REQUEST: Millis = 4;

/** What a request waits for besides: the network and what is behind the task. */
export const REST_OF_REQUEST: Millis = 20;
