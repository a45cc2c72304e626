import type { Effect } from '../engine/effect.ts';
import { patch } from '../engine/effect.ts';
import type { ContainerBody, TaskBody } from './objects.ts';

/** The health of a task: the worst of its checked containers, UNHEALTHY before UNKNOWN before HEALTHY. */
export function healthOf(checked: readonly Pick<ContainerBody, 'healthStatus'>[]): TaskBody['healthStatus'] {
  if (checked.some(({ healthStatus }) => healthStatus === 'UNHEALTHY')) return 'UNHEALTHY';
  return checked.length > 0 && checked.every(({ healthStatus }) => healthStatus === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}

/** Writes that a task is to stop, and why. The first reason stands: desiredStatus never goes back. */
export const stopChange = (task: TaskBody, { stopCode, stoppedReason }: Pick<TaskBody, 'stopCode' | 'stoppedReason'>): Effect =>
  patch(task.taskArn, {
    desiredStatus: 'STOPPED',
    stopCode: task.stopCode ?? stopCode,
    stoppedReason: task.stoppedReason ?? stoppedReason,
  });
