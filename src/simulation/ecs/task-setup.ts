import { assign, setup } from 'xstate';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import { chance } from '../engine/world.ts';
import { serviceOfTask } from './arns.ts';
import { serviceOf, taskOf } from './objects.ts';
import type { TaskArgs, TaskContext, TaskEvent, TaskInput } from './task-events.ts';
import { taskMessages } from './task-messages.ts';
import { resourceFailure } from './resource-failure.ts';
import { accept, heed, stopAll } from './task-agent.ts';
import { taskNews } from './task-news.ts';
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
    lacksResource: ({ context, event }) => resourceFailure(worldOf(event), context.id) !== undefined,
    agentStopsIt: ({ context }) => context.agent.desired === 'STOPPED',
    allRun: ({ context }) => context.agent.known === 'RUNNING',
    nothingRuns: ({ context }) => context.agent.known === 'STOPPED',
    allRunBehindLoadBalancer: (args: TaskArgs) => args.context.agent.known === 'RUNNING' && isBehindLoadBalancer(args),
    hasNoTarget: ({ context, event }) => {
      const task = taskOf(worldOf(event), context.id);
      return task === undefined || registeredTarget(worldOf(event), task) === undefined;
    },
  },
  actions: {
    accept: assign(accept),
    heed: assign(heed),
    stopAll: assign(stopAll),
    ...taskRecord,
    ...taskMessages,
    ...taskNews,
  },
});
