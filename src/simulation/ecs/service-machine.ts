import { setup } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { cancel, patch, remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { countInCluster } from './count-tasks.ts';
import { primaryOf, withFailure } from './deployments.ts';
import type { ServiceBody } from './objects.ts';
import { clusterOf, serviceOf, taskOf } from './objects.ts';
import { reconcile } from './reconcile.ts';
import { restartDelay } from './restart-throttle.ts';
import type { SchedulerMemory } from './scheduler-memory.ts';
import { cleanRecord, newMemory } from './scheduler-memory.ts';
import { SCHEDULER_PASS } from './timings.ts';

interface ServiceContext {
  readonly id: Id;
  readonly memory: SchedulerMemory;
}

type ServiceEvent =
  | { readonly type: 'service.updated'; readonly change: Partial<ServiceBody>; readonly newDeployment: boolean }
  | { readonly type: 'service.deleted' }
  | { readonly type: 'task.changed' | 'task.stopped'; readonly task: Id }
  | { readonly type: 'target.changed' | 'capacity.changed' | 'time.passed' };

const base = setup({
  types: { context: {} as ServiceContext, events: {} as Arriving<ServiceEvent>, input: {} as Beginning },
  delays: { pass: SCHEDULER_PASS },
  guards: { hasNoTasks: ({ context, event }) => hasNoTasks(worldOf(event), context.id) },
  actions: {
    carryOut: (_, effects: readonly Effect[]) => effects,
    showDraining: ({ context }) => patch(context.id, { status: 'DRAINING', desiredCount: 0 }),
    showInactive: ({ context, event }) => deactivate(worldOf(event), context.id),
  },
});

/** Whether all tasks of a service are STOPPING or STOPPED, or beyond. */
const hasNoTasks = (world: World, id: Id): boolean => {
  for (const owned of ownedBy(world, id)) {
    const { lastStatus } = taskOf(world, owned.id) ?? {};
    if (lastStatus !== undefined && !['STOPPING', 'DEPROVISIONING', 'STOPPED', 'DELETED'].includes(lastStatus)) return false;
  }
  return true;
};

/** What is written of a service that has gone, and of its cluster. */
function deactivate(world: World, id: Id): readonly Effect[] {
  const service = serviceOf(world, id);
  const cluster = service && clusterOf(world, service.clusterArn);
  if (service === undefined || cluster === undefined) return [];
  const gone = { ...service, status: 'INACTIVE', runningCount: 0, pendingCount: 0, deployments: [] };
  return [
    patch(id, gone),
    patch(cluster.clusterArn, { activeServicesCount: cluster.activeServicesCount - 1 }),
    ...countInCluster(world, gone),
  ];
}

/** Writes what was changed by a call; a new deployment starts with a clean record. */
const update = base.enqueueActions(({ context: { id, memory }, event, enqueue }) => {
  if (event.type !== 'service.updated') return;
  const { change, newDeployment } = event;
  const moves = newDeployment || (change.desiredCount !== undefined && change.desiredCount !== serviceOf(worldOf(event), id)?.desiredCount);
  enqueue.assign({ memory: { ...memory, steady: memory.steady && !moves, ...(newDeployment ? cleanRecord : {}) } });
  enqueue({ type: 'carryOut', params: [patch(id, change)] });
});

/** Counts a task that never ran; one of the newest deployment sets the wait before the next attempt. */
const noteStopped = base.enqueueActions(({ context: { id, memory }, event, enqueue }) => {
  if (event.type !== 'task.stopped') return;
  const world = worldOf(event);
  const task = taskOf(world, event.task);
  const service = serviceOf(world, id);
  if (task?.stopCode !== 'TaskFailedToStart' || service === undefined) return;
  if (task.startedBy === primaryOf(service)?.id) {
    const startFailures = memory.startFailures + 1;
    enqueue.assign({ memory: { ...memory, startFailures, retryAt: world.time + restartDelay(startFailures) } });
  }
  enqueue({ type: 'carryOut', params: [patch(id, { deployments: withFailure(service.deployments, task.startedBy) })] });
});

/** Does one pass, and sets when to look again. */
const pass = base.enqueueActions(({ context: { id, memory: before }, event, enqueue }) => {
  const world = worldOf(event);
  const { memory, effects, lookAgainAt } = reconcile(world, id, before);
  enqueue.assign({ memory });
  const next = lookAgainAt === undefined ? cancel('look') : remind({ type: 'time.passed' }, lookAgainAt - world.time, 'look');
  enqueue({ type: 'carryOut', params: [...effects, next] });
});

/** The scheduler of a service: something changes, it waits a moment, then it goes through its tasks once. */
export const serviceMachine = base.extend({ actions: { update, noteStopped, reconcile: pass } }).createMachine({
  id: 'ecs-service',
  context: ({ input }) => ({ id: input.id, memory: newMemory }),
  initial: 'ACTIVE',
  states: {
    ACTIVE: {
      initial: 'looking',
      on: { 'service.deleted': { target: 'DRAINING', actions: 'showDraining' } },
      states: {
        watching: {
          on: {
            'service.updated': { target: 'looking', actions: 'update' },
            'task.stopped': { target: 'looking', actions: 'noteStopped' },
            'task.changed': 'looking',
            'target.changed': 'looking',
            'capacity.changed': 'looking',
            'time.passed': 'looking',
          },
        },
        looking: {
          on: { 'service.updated': { actions: 'update' }, 'task.stopped': { actions: 'noteStopped' } },
          after: { pass: { target: 'watching', actions: 'reconcile' } },
        },
      },
    },
    DRAINING: {
      initial: 'looking',
      states: {
        watching: {
          always: { guard: 'hasNoTasks', target: '#ecs-service.INACTIVE' },
          on: { 'task.changed': 'looking', 'task.stopped': 'looking', 'target.changed': 'looking', 'time.passed': 'looking' },
        },
        looking: { after: { pass: { target: 'watching', actions: 'reconcile' } } },
      },
    },
    INACTIVE: { entry: 'showInactive', type: 'final' },
  },
});
