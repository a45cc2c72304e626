import type { ContainerStatus, SteadyState, TaskStatus } from './status.ts';
import { taskStatuses, toContainerWish, toTaskStatus } from './status.ts';

/** A container as far as it decides about its task's status. */
export interface StatusContainer {
  readonly known: ContainerStatus;
  readonly desired?: ContainerStatus;
  readonly essential: boolean;
  readonly steadyState?: SteadyState;
}

const order = (status: TaskStatus): number => taskStatuses.indexOf(status);

/** The status of the least advanced container, as a task status; NONE for a task without containers. */
export function earliestTaskStatus(containers: readonly StatusContainer[]): TaskStatus {
  const mapped = containers.map(({ known, steadyState = 'RUNNING' }) => toTaskStatus(known, steadyState));
  return (
    mapped.reduce<TaskStatus | undefined>(
      (least, status) => (least === undefined || order(status) < order(least) ? status : least),
      undefined,
    ) ?? 'NONE'
  );
}

/** The task's new known status, or NONE where it stays: it only rises, and is never RUNNING with an essential container stopped. */
export function newKnownStatus(taskKnown: TaskStatus, containers: readonly StatusContainer[]): TaskStatus {
  const earliest = earliestTaskStatus(containers);
  if (order(earliest) <= order(taskKnown)) return 'NONE';
  const essentialStopped = containers.some(({ known, essential }) => essential && known === 'STOPPED');
  return earliest === 'RUNNING' && essentialStopped ? 'NONE' : earliest;
}

/** A task with its containers by name, all as the agent keeps them. */
export interface StatusTask {
  readonly taskKnown: TaskStatus;
  readonly taskDesired: TaskStatus;
  readonly containers: readonly (StatusContainer & { readonly name: string; readonly desired: ContainerStatus })[];
}

/** One recomputation of a task: known from its containers, and the wish handed down; one essential container stopped stops all. */
export function updateTask({ taskKnown, taskDesired, containers }: StatusTask): {
  readonly changed: boolean;
  readonly taskKnown: TaskStatus;
  readonly taskDesired: TaskStatus;
  readonly containersDesired: Readonly<Record<string, ContainerStatus>>;
} {
  const risen = newKnownStatus(taskKnown, containers);
  const essentialStopped = containers.some(({ known, essential }) => essential && known === 'STOPPED');
  const wish: TaskStatus = essentialStopped ? 'STOPPED' : taskDesired;
  return {
    changed: risen !== 'NONE',
    taskKnown: risen === 'NONE' ? taskKnown : risen,
    taskDesired: wish,
    containersDesired: Object.fromEntries(
      containers.map(({ name, desired, steadyState = 'RUNNING' }) => {
        const handed = toContainerWish(wish, steadyState);
        return [name, desired === 'STOPPED' ? desired : handed];
      }),
    ),
  };
}
