/** The agent's states of a task's resource, such as a volume or the secrets of a task, in rising order. */
export const resourceStatuses = ['NONE', 'CREATED', 'REMOVED'] as const;

/** A state of a resource of a task. */
export type ResourceStatus = (typeof resourceStatuses)[number];

/** Whether a resource has come as far as a container's wait asks. */
export const isResourceReady = (known: ResourceStatus, required: ResourceStatus): boolean =>
  resourceStatuses.indexOf(known) >= resourceStatuses.indexOf(required);

/** The state that follows. */
export const nextResourceStatus = (known: ResourceStatus): ResourceStatus =>
  resourceStatuses[resourceStatuses.indexOf(known) + 1] ?? 'REMOVED';
