import type { Millis } from '../../model/json.ts';

/** Cloud Map waits about so long before it applies a custom health status that it was told. */
export const CUSTOM_HEALTH_APPLIES: Millis = 30_000;

/* Durations that AWS does not publish: `model` in the sense of the facts, shown to the reader as illustrative. */

/** Until an instance that ECS registers, or takes out, has its DNS records, or no longer has them. */
export const RECORDS_CHANGE: Millis = 2_000;

/** The same while Cloud Map is slow. */
export const RECORDS_CHANGE_LATE: Millis = 60_000;

/** A query on its way to the resolver, and the answer on its way back. */
export const QUERY: Millis = 50;
