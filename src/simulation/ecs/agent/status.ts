/** The agent's own states of a container, in rising order; RESOURCES_PROVISIONED is reached by the pause container alone. */
export const containerStatuses = ['NONE', 'MANIFEST_PULLED', 'PULLED', 'CREATED', 'RUNNING', 'RESOURCES_PROVISIONED', 'STOPPED'] as const;

/** A state of a container as the agent keeps it. */
export type ContainerStatus = (typeof containerStatuses)[number];

/** The agent's own states of a task, in rising order. */
export const taskStatuses = ['NONE', 'MANIFEST_PULLED', 'CREATED', 'RUNNING', 'STOPPED'] as const;

/** A state of a task as the agent keeps it. */
export type TaskStatus = (typeof taskStatuses)[number];

/** Where a container is content: RUNNING, or RESOURCES_PROVISIONED for the pause container of an awsvpc task. */
export type SteadyState = 'RUNNING' | 'RESOURCES_PROVISIONED';

/** How far a container's status is along its way. */
export const rankOf = (status: ContainerStatus): number => containerStatuses.indexOf(status);

/** A container's status as a status of its task. */
export function toTaskStatus(known: ContainerStatus, steadyState: SteadyState): TaskStatus {
  if (known === steadyState) return 'RUNNING';
  switch (known) {
    case 'NONE':
      return 'NONE';
    case 'MANIFEST_PULLED':
    case 'PULLED':
      return 'MANIFEST_PULLED';
    case 'CREATED':
    case 'RUNNING':
    case 'RESOURCES_PROVISIONED':
      return 'CREATED';
    case 'STOPPED':
      return 'STOPPED';
  }
}

/** A task's wish as a wish for its containers. */
export function toContainerWish(taskDesired: TaskStatus, steadyState: SteadyState): ContainerStatus {
  if (taskDesired === 'RUNNING') return steadyState;
  return taskDesired === 'MANIFEST_PULLED' ? 'NONE' : taskDesired;
}

/** The word that ECS shows as `lastStatus` of a container. */
export const shownContainerStatus = (known: ContainerStatus): 'PENDING' | 'RUNNING' | 'STOPPED' =>
  known === 'RUNNING' || known === 'STOPPED' ? known : 'PENDING';

/** The word that ECS shows for a task's wish. */
export const shownTaskStatus = (status: TaskStatus): 'PENDING' | 'RUNNING' | 'STOPPED' =>
  status === 'RUNNING' || status === 'STOPPED' ? status : 'PENDING';

/** Whether the agent tells ECS when a container reaches this status. */
export const isReported = (known: ContainerStatus, steadyState: SteadyState): boolean => known === steadyState || known === 'STOPPED';
