import type { Millis } from '../../model/json.ts';

/** The driver sends what it holds this often. */
export const BATCH_EVERY: Millis = 5_000;

/** In blocking mode the driver takes so many lines before a write has to wait. */
export const BLOCKING_LINES = 4_096;

/* What AWS does not publish: `model` in the sense of the facts, shown to the reader as illustrative. */

/** Until the driver has made its log stream, or has given up. */
export const STREAM_OPENS: Millis = 800;

/** How long the driver of a container that ended is shown. */
export const CLOSED_VISIBLE: Millis = 30_000;

/** The length of a line. */
export const LINE_BYTES = 250;

/** Lines that an application writes in a second, by its LOG_LEVEL; at the others it tells only of what is unusual. */
export const LINES_PER_SECOND: Readonly<Record<string, number>> = { info: 100, debug: 2_000 };
