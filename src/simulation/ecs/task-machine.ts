import { assign, setup } from 'xstate';
import type { Id, Json } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, end, patch, remove, send } from '../engine/effect.ts';
import { chance, isoTime } from '../engine/world.ts';
import { refuses } from '../network/target-health.ts';
import { lastPart, serviceOfTask } from './arns.ts';
import type { ContainerInput } from './container-machine.ts';
import type { ContainerBody, TaskBody } from './objects.ts';
import { serviceOf, taskOf } from './objects.ts';
import { registeredTarget } from './task-target.ts';
import { healthOf, stopChange } from './task-record.ts';
import { AGENT_ACCEPTS, DELETED_VISIBLE, DEPROVISION, NETWORK_INTERFACE, STOPPED_VISIBLE } from './timings.ts';

/** What a task is begun with: the containers that its agent will run, by their ARN. */
export interface TaskInput {
  readonly containers: Readonly<Record<Id, ContainerInput>>;
  readonly launchType: 'EC2' | 'FARGATE';
}

interface TaskContext extends TaskInput {
  readonly id: Id;
  /** Containers that do not run yet, and those that have not stopped. */
  readonly toStart: number;
  readonly live: number;
}

/** Why a task is to stop: the stop code and its sentence. */
export type StopCause = Pick<TaskBody, 'stopCode' | 'stoppedReason'>;

type TaskEvent =
  | { readonly type: 'task.stop'; readonly cause: StopCause }
  | { readonly type: 'host.lost'; readonly cause: StopCause }
  | { readonly type: 'container.pulled' }
  | { readonly type: 'container.running'; readonly name: string }
  | { readonly type: 'container.stopped'; readonly name: string; readonly exitCode?: number; readonly reason?: string }
  | { readonly type: 'container.health'; readonly name: string; readonly status: 'HEALTHY' | 'UNHEALTHY' }
  | { readonly type: 'target.registered' }
  | { readonly type: 'target.draining' }
  | { readonly type: 'target.drained' };

type Args = { readonly context: TaskContext; readonly event: Arriving<TaskEvent> };

/** Does something with the task's object, which is there as long as its actor is. */
const withTask = ({ context, event }: Args, make: (task: TaskBody) => Effect | readonly Effect[]): Effect | readonly Effect[] => {
  const task = taskOf(worldOf(event), context.id);
  return task === undefined ? [] : make(task);
};

const shortName = (id: Id): string => `task ${lastPart(id).slice(0, 3)}`;

const changeContainer = ({ context }: Args, task: TaskBody, name: string, change: Partial<ContainerBody>): Effect => {
  const containers = task.containers.map((container) => (container.name === name ? { ...container, ...change } : container));
  const checked = containers.filter(({ containerArn }) => context.containers[containerArn]?.check !== undefined);
  return patch(task.taskArn, { containers, healthStatus: healthOf(checked) });
};

/** Tells the instance that the task is on, so that it counts it; a Fargate task has none. */
const toHost = (args: Args, type: 'task.assigned' | 'task.started' | 'task.gone', text: string) =>
  withTask(args, (task) =>
    task.containerInstanceArn === undefined ? [] : send(task.containerInstanceArn, { type, task: args.context.id }, text),
  );

const toService = (args: Args, type: 'task.changed' | 'task.stopped', text: string) =>
  withTask(args, (task) => {
    const service = serviceOfTask(task);
    return service === undefined ? [] : send(service, { type, task: args.context.id }, text);
  });

/** A task, from the placement by its service to the day on which it is forgotten. Its states are the values of lastStatus. */
export const taskMachine = setup({
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
    isLastToStartBehindLoadBalancer: ({ context, event }) => {
      if (context.toStart !== 1) return false;
      const world = worldOf(event);
      const task = taskOf(world, context.id);
      const service = task && serviceOfTask(task);
      return service !== undefined && (serviceOf(world, service)?.loadBalancers.length ?? 0) > 0;
    },
    hasNoTarget: ({ context, event }) => {
      const task = taskOf(worldOf(event), context.id);
      return task === undefined || registeredTarget(worldOf(event), task) === undefined;
    },
  },
  actions: {
    countStarted: assign(({ context }) => ({ toStart: context.toStart - 1 })),
    countStopped: assign(({ context }) => ({ live: context.live - 1 })),
    countAllStopped: assign({ live: 0 }),
    show: ({ context, event }, params: { readonly status: string; readonly at?: readonly string[] }) => {
      const now = isoTime(worldOf(event));
      const dates: Record<string, Json> = Object.fromEntries((params.at ?? []).map((field) => [field, now]));
      return patch(context.id, { lastStatus: params.status, ...dates });
    },
    showPulled: ({ context, event }) => patch(context.id, { pullStoppedAt: isoTime(worldOf(event)) }),
    showContainer: (args: Args) =>
      withTask(args, (task) => {
        const { event } = args;
        if (event.type === 'container.running') return changeContainer(args, task, event.name, { lastStatus: 'RUNNING' });
        if (event.type === 'container.health') return changeContainer(args, task, event.name, { healthStatus: event.status });
        if (event.type !== 'container.stopped') return [];
        const { exitCode, reason } = event;
        return changeContainer(args, task, event.name, {
          lastStatus: 'STOPPED',
          healthStatus: 'UNKNOWN',
          ...(exitCode === undefined ? {} : { exitCode }),
          ...(reason === undefined ? {} : { reason }),
        });
      }),
    showContainersLost: (args: Args) =>
      withTask(args, (task) => patch(task.taskArn, { containers: task.containers.map((one) => ({ ...one, lastStatus: 'STOPPED' })) })),
    recordStop: (args: Args) =>
      withTask(args, (task) =>
        stopChange(task, args.event.type === 'task.stop' || args.event.type === 'host.lost' ? args.event.cause : {}),
      ),
    recordFailedStart: (args: Args) =>
      withTask(args, (task) => {
        const reason = args.event.type === 'container.stopped' ? args.event.reason : undefined;
        const stoppedReason = task.launchType === 'FARGATE' && reason !== undefined ? reason : 'Task failed to start';
        return stopChange(task, { stopCode: 'TaskFailedToStart', stoppedReason });
      }),
    recordExit: (args: Args) =>
      withTask(args, (task) =>
        stopChange(task, { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' }),
      ),
    beginContainers: ({ context }) => Object.entries(context.containers).map(([id, input]) => begin(id, 'ecs-container', input)),
    signalContainers: ({ context }) =>
      Object.entries(context.containers).map(([id, { name }]) => send(id, { type: 'signal.term' }, `container ${name} gets SIGTERM`)),
    loseContainers: ({ context }) =>
      Object.entries(context.containers).map(([id, { name }]) => send(id, { type: 'host.lost' }, `container ${name} went with its host`)),
    breakTarget: (args: Args) =>
      withTask(args, (task) => {
        const target = registeredTarget(worldOf(args.event), task);
        if (target === undefined) return [];
        return send(target, { type: 'app.broke', failure: refuses }, `${shortName(args.context.id)} no longer answers`);
      }),
    assignToHost: (args: Args) => toHost(args, 'task.assigned', `run ${shortName(args.context.id)}`),
    startedOnHost: (args: Args) => toHost(args, 'task.started', `${shortName(args.context.id)} runs`),
    goneFromHost: (args: Args) => toHost(args, 'task.gone', `${shortName(args.context.id)} is gone`),
    tellService: (args: Args, status: string) => toService(args, 'task.changed', `${shortName(args.context.id)} is ${status}`),
    tellServiceStopped: (args: Args) => toService(args, 'task.stopped', `${shortName(args.context.id)} stopped`),
    forget: ({ context }) => [...Object.keys(context.containers).map(end), remove(context.id), end(context.id)],
  },
}).createMachine({
  id: 'ecs-task',
  context: ({ input: { id, containers, launchType } }) => {
    const count = Object.keys(containers).length;
    return { id, containers, launchType, toStart: count, live: count };
  },
  initial: 'PROVISIONING',
  on: {
    'host.lost': { target: '.STOPPED', actions: ['recordStop', 'showContainersLost', 'loseContainers'] },
    'container.health': { actions: ['showContainer', { type: 'tellService', params: 'of another health' }] },
  },
  states: {
    PROVISIONING: {
      after: { interface: 'PENDING' },
      on: { 'task.stop': { target: 'DEPROVISIONING', actions: 'recordStop' } },
    },
    PENDING: {
      entry: [{ type: 'show', params: { status: 'PENDING' } }, 'assignToHost'],
      after: { accepts: 'ACTIVATING' },
      on: { 'task.stop': { target: 'STOPPED', actions: 'recordStop' } },
    },
    ACTIVATING: {
      entry: [{ type: 'show', params: { status: 'ACTIVATING', at: ['connectivityAt', 'pullStartedAt'] } }, 'beginContainers'],
      initial: 'starting',
      on: {
        'container.pulled': { actions: 'showPulled' },
        'container.stopped': { target: 'STOPPING', actions: ['showContainer', 'countStopped', 'recordFailedStart'] },
      },
      states: {
        starting: {
          on: {
            'container.running': [
              { guard: 'isLastToStartBehindLoadBalancer', target: 'registering', actions: ['showContainer', 'countStarted'] },
              { guard: 'isLastToStart', target: '#ecs-task.RUNNING', actions: ['showContainer', 'countStarted'] },
              { actions: ['showContainer', 'countStarted'] },
            ],
            'task.stop': { target: '#ecs-task.STOPPING', actions: 'recordStop' },
          },
        },
        registering: {
          entry: { type: 'tellService', params: 'ready to be registered' },
          on: {
            'target.registered': '#ecs-task.RUNNING',
            'task.stop': { target: '#ecs-task.DEACTIVATING', actions: 'recordStop' },
          },
        },
      },
    },
    RUNNING: {
      entry: [
        { type: 'show', params: { status: 'RUNNING', at: ['startedAt'] } },
        'startedOnHost',
        { type: 'tellService', params: 'RUNNING' },
      ],
      on: {
        'container.stopped': { target: 'DEACTIVATING', actions: ['showContainer', 'countStopped', 'breakTarget', 'recordExit'] },
        'task.stop': { target: 'DEACTIVATING', actions: 'recordStop' },
      },
    },
    DEACTIVATING: {
      entry: [
        { type: 'show', params: { status: 'DEACTIVATING' } },
        { type: 'tellService', params: 'on its way out' },
      ],
      always: { guard: 'hasNoTarget', target: 'STOPPING' },
      on: {
        'container.stopped': { actions: ['showContainer', 'countStopped', 'breakTarget'] },
        'target.draining': { guard: 'nothingRuns', target: 'STOPPING' },
        'target.drained': 'STOPPING',
      },
    },
    STOPPING: {
      entry: [{ type: 'show', params: { status: 'STOPPING', at: ['stoppingAt'] } }, 'signalContainers'],
      always: { guard: 'nothingRuns', target: 'DEPROVISIONING' },
      on: {
        'container.stopped': [
          { guard: 'isLastLive', target: 'DEPROVISIONING', actions: ['showContainer', 'countStopped'] },
          { actions: ['showContainer', 'countStopped'] },
        ],
      },
    },
    DEPROVISIONING: {
      entry: { type: 'show', params: { status: 'DEPROVISIONING', at: ['executionStoppedAt'] } },
      after: { deprovision: 'STOPPED' },
    },
    STOPPED: {
      entry: ['countAllStopped', { type: 'show', params: { status: 'STOPPED', at: ['stoppedAt'] } }, 'goneFromHost', 'tellServiceStopped'],
      on: { 'host.lost': {}, 'container.health': {} },
      after: { stoppedVisible: 'DELETED' },
    },
    DELETED: {
      entry: { type: 'show', params: { status: 'DELETED' } },
      on: { 'host.lost': {}, 'container.health': {} },
      after: { deletedVisible: 'forgotten' },
    },
    forgotten: { entry: 'forget', type: 'final' },
  },
});
