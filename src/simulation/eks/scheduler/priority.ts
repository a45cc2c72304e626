import type { Pod } from '../objects.ts';

/** The priority of a pod; 0 when it has none. */
export const priorityOf = ({ spec }: Pod): number => spec.priority ?? 0;
