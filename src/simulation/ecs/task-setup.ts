import { assign, setup } from 'xstate';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import { chance } from '../engine/world.ts';
import { serviceOfTask } from './arns.ts';
import { serviceOf, taskOf } from './objects.ts';
import type { TaskArgs, TaskContext, TaskEvent, TaskInput } from './task-events.ts';
import { taskMessages } from './task-messages.ts';
import { taskRecord } from './task-record.ts';
import { registeredTarget } from './task-target.ts';
import { AGENT_ACCEPTS, DELETED_VISIBLE, DEPROVISION, NETWORK_INTERFACE, STOPPED_VISIBLE } from './timings.ts';

function isBehindLoadBalancer({ context, event }: TaskArgs): boolean {
  const world = worldOf(event);
  const task = taskOf(world, context.id);
  const service = task && serviceOfTask(task);
  return service !== undefined && (serviceOf(world, service)?.loadBalancers.length ?? 0) > 0;
}

/** The names that the chart of a task is written in. */
export const taskSetup = setup({
  types: { context: {} as TaskContext, events: {} as Arriving<TaskEvent>, input: {} as Beginning<TaskInput> },
  delays: {
    interface: ({ context, event }) =>
      NETWORK_INTERFACE[context.launchType] * (0.8 + 0.4 * chance(worldOf(event), `${context.id} interface`)),
    accepts: AGENT_ACCEPTS,
    deprovision: DEPROVISION,
    stoppedVisible: STOPPED_VISIBLE,
    deletedVisible: DELETED_VISIBLE,
  },
  guards: {
    isLastToStart: ({ context }) => context.toStart === 1,
    isLastLive: ({ context }) => context.live === 1,
    nothingRuns: ({ context }) => context.live === 0,
    isLastToStartBehindLoadBalancer: (args: TaskArgs) => args.context.toStart === 1 && isBehindLoadBalancer(args),
    hasNoTarget: ({ context, event }) => {
      const task = taskOf(worldOf(event), context.id);
      return task === undefined || registeredTarget(worldOf(event), task) === undefined;
    },
  },
  actions: {
    countStarted: assign(({ context }) => ({ toStart: context.toStart - 1 })),
    countStopped: assign(({ context }) => ({ live: context.live - 1 })),
    countAllStopped: assign({ live: 0 }),
    ...taskRecord,
    ...taskMessages,
  },
});
