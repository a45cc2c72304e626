import type { Json } from '../../model/json.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { patch } from '../engine/effect.ts';
import { isoTime } from '../engine/world.ts';
import type { ContainerBody, TaskBody } from './objects.ts';
import type { Effects, StopCause, TaskArgs } from './task-events.ts';
import { withTask } from './task-events.ts';

/** A new status, and the dates that begin with it. */
interface Shown {
  readonly status: string;
  readonly at?: readonly string[];
}

/** The health of a task: the worst of its checked containers, UNHEALTHY before UNKNOWN before HEALTHY. */
function healthOf(checked: readonly Pick<ContainerBody, 'healthStatus'>[]): TaskBody['healthStatus'] {
  if (checked.some(({ healthStatus }) => healthStatus === 'UNHEALTHY')) return 'UNHEALTHY';
  return checked.length > 0 && checked.every(({ healthStatus }) => healthStatus === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}

/** Writes that a task is to stop, and why. The first reason stands: desiredStatus never goes back. */
const stop = (task: TaskBody, { stopCode, stoppedReason }: StopCause): Effect =>
  patch(task.taskArn, {
    desiredStatus: 'STOPPED',
    stopCode: task.stopCode ?? stopCode,
    stoppedReason: task.stoppedReason ?? stoppedReason,
  });

function changeOf(event: TaskArgs['event']): Partial<ContainerBody> {
  if (event.type === 'container.running') return { lastStatus: 'RUNNING' };
  if (event.type === 'container.health') return { healthStatus: event.status };
  if (event.type !== 'container.stopped') return {};
  const { exitCode, reason } = event;
  return {
    lastStatus: 'STOPPED',
    healthStatus: 'UNKNOWN',
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What a task writes into its object, which is what `aws ecs describe-tasks` prints. */
export const taskRecord = {
  show: ({ context, event }: TaskArgs, { status, at = [] }: Shown): Effects => {
    const now = isoTime(worldOf(event));
    const dates: Record<string, Json> = {};
    for (const field of at) dates[field] = now;
    return patch(context.id, { lastStatus: status, ...dates });
  },
  showPulled: ({ context, event }: TaskArgs): Effects => patch(context.id, { pullStoppedAt: isoTime(worldOf(event)) }),
  showContainer: (args: TaskArgs): Effects =>
    withTask(args, (task) => {
      const { context, event } = args;
      const name = 'name' in event ? event.name : undefined;
      const change = changeOf(event);
      const containers = task.containers.map((container) => (container.name === name ? { ...container, ...change } : container));
      const checked = containers.filter(({ containerArn }) => context.containers[containerArn]?.check !== undefined);
      return patch(task.taskArn, { containers, healthStatus: healthOf(checked) });
    }),
  showContainersLost: (args: TaskArgs): Effects =>
    withTask(args, (task) => patch(task.taskArn, { containers: task.containers.map((one) => ({ ...one, lastStatus: 'STOPPED' })) })),
  recordStop: (args: TaskArgs): Effects => withTask(args, (task) => stop(task, 'cause' in args.event ? args.event.cause : {})),
  recordFailedStart: (args: TaskArgs): Effects =>
    withTask(args, (task) => {
      const reason = args.event.type === 'container.stopped' ? args.event.reason : undefined;
      const stoppedReason = task.launchType === 'FARGATE' && reason !== undefined ? reason : 'Task failed to start';
      return stop(task, { stopCode: 'TaskFailedToStart', stoppedReason });
    }),
  recordExit: (args: TaskArgs): Effects =>
    withTask(args, (task) => stop(task, { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' })),
} as const;
