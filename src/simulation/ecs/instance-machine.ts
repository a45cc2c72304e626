import { setup } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { patch, send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { hasFault, ownedBy } from '../engine/world.ts';
import { clusterOfArn } from './arns.ts';
import type { ContainerInstanceBody } from './objects.ts';
import { clusterOf, instanceOf, taskDefinitionOf, taskOf } from './objects.ts';
import { needOf, resourcesAfter } from './placement.ts';
import { tasksOn } from './tasks-on.ts';
import { AGENT_LOST, INSTANCE_DEREGISTERS, INSTANCE_REGISTERS, TERMINATION_KNOWN } from './timings.ts';

interface InstanceContext {
  readonly id: Id;
}

type InstanceEvent =
  | { readonly type: 'task.assigned' | 'task.started' | 'task.gone'; readonly task: Id }
  | { readonly type: 'instance.drain' | 'instance.activate' | 'instance.ended' | 'instance.deregister' }
  | { readonly type: 'agent.disconnected' | 'agent.connected' };

type Args = { readonly context: InstanceContext; readonly event: Arriving<InstanceEvent> };

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

const base = setup({
  types: { context: {} as InstanceContext, events: {} as Arriving<InstanceEvent>, input: {} as Beginning<{ readonly status: string }> },
  delays: { registers: INSTANCE_REGISTERS, deregisters: INSTANCE_DEREGISTERS, agentLost: AGENT_LOST, terminationKnown: TERMINATION_KNOWN },
  guards: {
    registrationFails: ({ context, event }) => hasFault(worldOf(event), 'registration-fails', clusterOfArn(context.id)),
    isActive: ({ context, event }) => instanceOf(worldOf(event), context.id)?.status === 'ACTIVE',
    isDraining: ({ context, event }) => instanceOf(worldOf(event), context.id)?.status === 'DRAINING',
  },
  actions: {
    show: ({ context }, change: { readonly status?: string; readonly statusReason?: string; readonly agentConnected?: boolean }) =>
      patch(context.id, change),
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
    orphanTasks: ({ context, event }) => {
      const cause = { stopCode: 'UserInitiated', stoppedReason: 'Container instance deregistered forcibly by user' };
      return [...tasksOn(worldOf(event), context.id)].map(({ taskArn }) =>
        send(taskArn, { type: 'host.lost', cause }, 'its instance has left the cluster'),
      );
    },
  },
});

/** Whether the agent of a registered instance can be heard: without it tasks run on, but none is placed. */
const connection = {
  connected: base.createStateConfig({
    on: {
      'agent.disconnected': { target: 'silent', actions: { type: 'show', params: { agentConnected: false } } },
      'instance.ended': 'unreachable',
    },
  }),
  silent: base.createStateConfig({
    on: {
      'agent.connected': {
        target: 'connected',
        actions: [
          { type: 'show', params: { agentConnected: true } },
          { type: 'tellServices', params: 'an agent is connected again' },
        ],
      },
      'instance.ended': 'disconnected',
    },
  }),
  unreachable: base.createStateConfig({
    after: { agentLost: { target: 'disconnected', actions: { type: 'show', params: { agentConnected: false } } } },
  }),
  disconnected: base.createStateConfig({
    after: {
      terminationKnown: {
        target: '#ecs-container-instance.INACTIVE',
        actions: [{ type: 'countRegistered', params: -1 }, 'loseTasks', { type: 'tellServices', params: 'an instance is gone' }],
      },
    },
  }),
} as const;

/** An EC2 instance with its agent. Its states are the values of status; heartbeats that would change nothing are not scheduled. */
export const instanceMachine = base.createMachine({
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
      on: { 'instance.deregister': 'DEREGISTERING' },
      after: {
        registers: [
          { guard: 'registrationFails', target: 'REGISTRATION_FAILED' },
          {
            target: 'ACTIVE',
            actions: [
              { type: 'show', params: { status: 'ACTIVE', agentConnected: true } },
              { type: 'countRegistered', params: 1 },
              { type: 'tellServices', params: 'an instance has registered' },
            ],
          },
        ],
      },
    },
    REGISTRATION_FAILED: {
      on: { 'instance.deregister': 'DEREGISTERING' },
      entry: { type: 'show', params: { status: 'REGISTRATION_FAILED', statusReason: 'The trunk network interface could not be made.' } },
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
        'instance.deregister': { target: 'DEREGISTERING', actions: { type: 'countRegistered', params: -1 } },
      },
      states: connection,
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
        'instance.deregister': { target: 'DEREGISTERING', actions: { type: 'countRegistered', params: -1 } },
      },
      states: connection,
    },
    DEREGISTERING: {
      entry: [
        { type: 'show', params: { status: 'DEREGISTERING', agentConnected: false } },
        'orphanTasks',
        { type: 'tellServices', params: 'an instance leaves the cluster' },
      ],
      after: { deregisters: 'INACTIVE' },
    },
    INACTIVE: { entry: { type: 'show', params: { status: 'INACTIVE', agentConnected: false } } },
  },
});
