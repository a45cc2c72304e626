import { setup } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { patch, send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { clusterOfArn } from './arns.ts';
import type { ContainerInstanceBody, TaskBody } from './objects.ts';
import { clusterOf, instanceOf, taskDefinitionOf, taskOf } from './objects.ts';
import { needOf, resourcesAfter } from './placement.ts';
import { AGENT_LOST, INSTANCE_REGISTERS, TERMINATION_KNOWN } from './timings.ts';

interface InstanceContext {
  readonly id: Id;
}

type InstanceEvent =
  | { readonly type: 'task.assigned' | 'task.started' | 'task.gone'; readonly task: Id }
  | { readonly type: 'instance.drain' | 'instance.activate' | 'instance.ended' };

type Args = { readonly context: InstanceContext; readonly event: Arriving<InstanceEvent> };

/** The tasks that are placed on an instance. */
export function* tasksOn(world: World, instance: Id): Generator<TaskBody> {
  for (const { id, kind } of ownedBy(world, clusterOfArn(instance))) {
    if (kind !== 'ecs-service') continue;
    for (const owned of ownedBy(world, id)) {
      const task = taskOf(world, owned.id);
      if (task?.containerInstanceArn === instance) yield task;
    }
  }
}

const withInstance = ({ context, event }: Args, make: (instance: ContainerInstanceBody) => Effect): Effect | readonly Effect[] => {
  const instance = instanceOf(worldOf(event), context.id);
  return instance === undefined ? [] : make(instance);
};

/** Tells every service of the cluster that capacity came or went. */
const tellServices = (world: World, instance: Id, text: string): readonly Effect[] =>
  [...ownedBy(world, clusterOfArn(instance))]
    .filter(({ kind }) => kind === 'ecs-service')
    .map(({ id }) => send(id, { type: 'capacity.changed' }, text));

const changeRegistered = (world: World, instance: Id, by: 1 | -1): readonly Effect[] => {
  const cluster = clusterOf(world, clusterOfArn(instance));
  if (cluster === undefined) return [];
  return [patch(cluster.clusterArn, { registeredContainerInstancesCount: cluster.registeredContainerInstancesCount + by })];
};

/** An EC2 instance with its agent. Its states are the values of status; heartbeats that would change nothing are not scheduled. */
export const instanceMachine = setup({
  types: { context: {} as InstanceContext, events: {} as Arriving<InstanceEvent>, input: {} as Beginning<{ readonly status: string }> },
  delays: { registers: INSTANCE_REGISTERS, agentLost: AGENT_LOST, terminationKnown: TERMINATION_KNOWN },
  guards: {
    isActive: ({ context, event }) => instanceOf(worldOf(event), context.id)?.status === 'ACTIVE',
    isDraining: ({ context, event }) => instanceOf(worldOf(event), context.id)?.status === 'DRAINING',
  },
  actions: {
    show: ({ context }, change: { readonly status: string; readonly agentConnected?: boolean }) => patch(context.id, change),
    showDisconnected: ({ context }) => patch(context.id, { agentConnected: false }),
    countStarted: (args: Args) =>
      withInstance(args, (one) =>
        patch(args.context.id, { pendingTasksCount: one.pendingTasksCount - 1, runningTasksCount: one.runningTasksCount + 1 }),
      ),
    countGone: (args: Args) =>
      withInstance(args, (one) => {
        const world = worldOf(args.event);
        const task = 'task' in args.event ? taskOf(world, args.event.task) : undefined;
        const definition = task && taskDefinitionOf(world, task.taskDefinitionArn);
        const count = task?.startedAt === undefined ? 'pendingTasksCount' : 'runningTasksCount';
        return patch(args.context.id, {
          [count]: one[count] - 1,
          ...(definition === undefined ? {} : { remainingResources: resourcesAfter(one.remainingResources, needOf(definition), 'give') }),
        });
      }),
    tellServices: ({ context, event }, text: string) => tellServices(worldOf(event), context.id, text),
    countRegistered: ({ context, event }, by: 1 | -1) => changeRegistered(worldOf(event), context.id, by),
    loseTasks: ({ context, event }) => {
      const world = worldOf(event);
      const name = instanceOf(world, context.id)?.ec2InstanceId ?? context.id;
      const cause = { stopCode: 'TerminationNotice', stoppedReason: `Host EC2 (instance ${name}) terminated.` };
      return [...tasksOn(world, context.id)].map(({ taskArn }) => send(taskArn, { type: 'host.lost', cause }, `${name} was terminated`));
    },
  },
}).createMachine({
  id: 'ecs-container-instance',
  context: ({ input }) => ({ id: input.id }),
  initial: 'REGISTERING',
  on: {
    'task.started': { actions: 'countStarted' },
    'task.gone': { actions: ['countGone', { type: 'tellServices', params: 'room on an instance' }] },
  },
  states: {
    REGISTERING: {
      always: [
        { guard: 'isActive', target: 'ACTIVE' },
        { guard: 'isDraining', target: 'DRAINING' },
      ],
      after: {
        registers: {
          target: 'ACTIVE',
          actions: [
            { type: 'show', params: { status: 'ACTIVE', agentConnected: true } },
            { type: 'countRegistered', params: 1 },
            { type: 'tellServices', params: 'an instance has registered' },
          ],
        },
      },
    },
    ACTIVE: {
      initial: 'connected',
      on: {
        'instance.drain': {
          target: 'DRAINING',
          actions: [
            { type: 'show', params: { status: 'DRAINING' } },
            { type: 'tellServices', params: 'an instance is draining' },
          ],
        },
        'instance.ended': '.unreachable',
      },
      states: {
        connected: {},
        unreachable: { after: { agentLost: { target: 'disconnected', actions: 'showDisconnected' } } },
        disconnected: { after: { terminationKnown: '#ecs-container-instance.INACTIVE' } },
      },
    },
    DRAINING: {
      initial: 'connected',
      on: {
        'instance.activate': {
          target: 'ACTIVE',
          actions: [
            { type: 'show', params: { status: 'ACTIVE' } },
            { type: 'tellServices', params: 'an instance takes tasks again' },
          ],
        },
        'instance.ended': '.unreachable',
      },
      states: {
        connected: {},
        unreachable: { after: { agentLost: { target: 'disconnected', actions: 'showDisconnected' } } },
        disconnected: { after: { terminationKnown: '#ecs-container-instance.INACTIVE' } },
      },
    },
    INACTIVE: {
      entry: [
        { type: 'show', params: { status: 'INACTIVE', agentConnected: false } },
        { type: 'countRegistered', params: -1 },
        'loseTasks',
        { type: 'tellServices', params: 'an instance is gone' },
      ],
    },
  },
});
