import type { Json } from '../../model/json.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { patch } from '../engine/effect.ts';
import { isoTime } from '../engine/world.ts';
import type { ContainerBody, TaskBody } from './objects.ts';
import { resourceFailure } from './resource-failure.ts';
import type { Effects, StopCause, TaskArgs } from './task-events.ts';
import { withTask } from './task-events.ts';

/** A new status, and the dates that begin with it. */
interface Shown {
  readonly status: string;
  readonly at?: readonly string[];
  /** What becomes of its network interface. */
  readonly attachment?: string;
}

/** The health of a task: the worst of its essential containers, UNHEALTHY before UNKNOWN before HEALTHY. */
function healthOf(essential: readonly Pick<ContainerBody, 'healthStatus'>[]): TaskBody['healthStatus'] {
  if (essential.some(({ healthStatus }) => healthStatus === 'UNHEALTHY')) return 'UNHEALTHY';
  return essential.every(({ healthStatus }) => healthStatus === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}

/** Writes that a task is to stop, and why. The first reason stands: desiredStatus never goes back. */
const stop = (task: TaskBody, { stopCode, stoppedReason }: StopCause): Effect =>
  patch(task.taskArn, {
    desiredStatus: 'STOPPED',
    stopCode: task.stopCode ?? stopCode,
    stoppedReason: task.stoppedReason ?? stoppedReason,
  });

const exited: StopCause = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' };
/** Why a task of Fargate Spot stops when the capacity is taken back. */
export const spotInterruption = { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' } as const;

/** How the container ended that an event tells of, and whether it did so without ever running. */
function endOf({ event }: TaskArgs): { readonly reason?: string; readonly exitCode?: number; readonly failed: boolean } {
  if (event.type !== 'container.stopped') return { failed: true };
  const { reason, exitCode, failedTo } = event;
  const neverRan = failedTo !== undefined || reason?.startsWith('CannotStartContainerError') === true;
  return { failed: neverRan, ...(reason === undefined ? {} : { reason }), ...(exitCode === undefined ? {} : { exitCode }) };
}

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
  show: (args: TaskArgs, { status, at = [], attachment }: Shown): Effects =>
    withTask(args, (task) => {
      const now = isoTime(worldOf(args.event));
      const change: Record<string, Json> = { lastStatus: status };
      for (const field of at) change[field] = now;
      if (attachment !== undefined) change['attachments'] = task.attachments.map((one) => ({ ...one, status: attachment }));
      return patch(task.taskArn, change);
    }),
  /** The last pull counts, as a container may wait for others before its own. */
  showPulled: ({ context, event }: TaskArgs): Effects =>
    context.agent.progress.some(({ known }) => known === 'MANIFEST_PULLED')
      ? []
      : patch(context.id, { pullStoppedAt: isoTime(worldOf(event)) }),
  showContainer: (args: TaskArgs): Effects =>
    withTask(args, (task) => {
      const { context, event } = args;
      const name = 'name' in event ? event.name : undefined;
      const change = changeOf(event);
      const containers = task.containers.map((container) => (container.name === name ? { ...container, ...change } : container));
      const essential = containers.filter(({ containerArn }) => context.containers[containerArn]?.essential);
      const ends = event.type === 'container.stopped' && essential.some((one) => one.name === name);
      return patch(task.taskArn, {
        containers,
        healthStatus: healthOf(essential),
        ...(ends ? { executionStoppedAt: task.executionStoppedAt ?? isoTime(worldOf(event)) } : {}),
      });
    }),
  showContainersStopped: (args: TaskArgs): Effects =>
    withTask(args, (task) => patch(task.taskArn, { containers: task.containers.map((one) => ({ ...one, lastStatus: 'STOPPED' })) })),
  recordStop: (args: TaskArgs): Effects => withTask(args, (task) => stop(task, 'cause' in args.event ? args.event.cause : {})),
  recordResourceFailure: (args: TaskArgs): Effects =>
    withTask(args, (task) =>
      stop(task, { stopCode: 'TaskFailedToStart', stoppedReason: resourceFailure(worldOf(args.event), task.taskArn) }),
    ),
  /** Because of a container: one that ran has exited, one that never ran was why the task failed to start. */
  recordContainerStop: (args: TaskArgs): Effects =>
    withTask(args, (task) => {
      const { reason, exitCode, failed } = endOf(args);
      if (exitCode !== undefined && !failed) return stop(task, exited);
      const stoppedReason = task.launchType === 'FARGATE' && reason !== undefined ? reason : 'Task failed to start';
      return stop(task, { stopCode: 'TaskFailedToStart', stoppedReason });
    }),
  recordSpot: (args: TaskArgs): Effects => withTask(args, (task) => stop(task, spotInterruption)),
} as const;
