import type { ContainerStatus, TaskStatus } from './status.ts';
import { shownContainerStatus } from './status.ts';

/** Statuses of a task that are worth a message to ECS by themselves. */
const sentTaskStatuses: readonly TaskStatus[] = ['RUNNING', 'STOPPED'];

/** Whether a task's change goes to ECS: running and stopped do, a pulled manifest only when it brings a digest; nothing goes twice. */
export function isTaskChangeSent(change: {
  readonly taskKnown: TaskStatus;
  readonly alreadySent?: TaskStatus;
  readonly digests: readonly string[];
}): boolean {
  if (change.alreadySent === change.taskKnown) return false;
  if (change.taskKnown === 'MANIFEST_PULLED') return change.digests.some((digest) => digest !== '');
  return sentTaskStatuses.includes(change.taskKnown);
}

/** Whether a container's change goes to ECS, likewise. */
export function isContainerChangeSent(change: {
  readonly known: ContainerStatus;
  readonly alreadySent?: ContainerStatus;
  readonly imageDigest?: string;
}): boolean {
  if (change.alreadySent === change.known) return false;
  if (change.known === 'MANIFEST_PULLED') return (change.imageDigest ?? '') !== '';
  return change.known === 'RUNNING' || change.known === 'STOPPED';
}

/** The status that a container's change carries to ECS; null where nothing is sent. */
export const containerChange = (status: ContainerStatus): ReturnType<typeof shownContainerStatus> | null =>
  status === 'NONE' ? null : shownContainerStatus(status);

/** `executionStoppedAt` is the moment at which an essential container stopped. */
export const setsExecutionStoppedAt = (essential: boolean, known: ContainerStatus): boolean => essential && known === 'STOPPED';

/** The value of a field that keeps what was written first, such as `pullStartedAt` or a stopped reason. */
export const firstWrite = <T>(writes: readonly T[]): T | undefined => writes[0];

/** The id at the end of a task ARN, short or long. */
export const taskIdOf = (arn: string): string => arn.split('/').at(-1) ?? arn;
