import type { Effect } from '../engine/effect.ts';
import { log } from '../engine/effect.ts';
import { lastPart, serviceOfTask } from './arns.ts';
import type { TaskBody } from './objects.ts';
import type { Effects, TaskArgs } from './task-events.ts';
import { withTask } from './task-events.ts';
import { spotInterruption } from './task-record.ts';

/** The statuses in which a task is still wished to run. */
const COMING = new Set(['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING']);

const stateChange = ({ taskArn }: TaskBody, lastStatus: string, desiredStatus: string, stoppedReason: string | undefined): Effect => {
  const why = stoppedReason === undefined ? '' : `, stoppedReason ${stoppedReason}`;
  return log(taskArn, `ECS Task State Change of task ${lastPart(taskArn)}: lastStatus ${lastStatus}, desiredStatus ${desiredStatus}${why}`);
};

/** What EventBridge carries of a task. The changes of a task in a service are not told: the log of the service tells its story. */
export const taskNews = {
  tellChange: (args: TaskArgs, status: string): Effects =>
    withTask(args, (task) =>
      serviceOfTask(task) === undefined
        ? stateChange(task, status, COMING.has(status) ? 'RUNNING' : 'STOPPED', status === 'STOPPED' ? task.stoppedReason : undefined)
        : [],
    ),
  /** The task still has its status, and is wished to be STOPPED. */
  warnOfSpot: (args: TaskArgs): Effects =>
    withTask(args, (task) => stateChange(task, task.lastStatus, 'STOPPED', spotInterruption.stoppedReason)),
} as const;
