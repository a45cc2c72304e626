import type { Id } from '../../model/json.ts';

/** The drawn part that pulls, starts and signals: the container agent. The machine of a task plays it. */
export const AGENT: Id = 'agent';

/** The drawn part from which images are pulled. */
export const REGISTRY: Id = 'registry';
