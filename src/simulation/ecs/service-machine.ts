import { setup } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { cancel, patch, remind } from '../engine/effect.ts';
import { withFailure } from './deployments.ts';
import type { ServiceBody } from './objects.ts';
import { serviceOf, taskOf } from './objects.ts';
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
  | { readonly type: 'task.changed' | 'task.stopped'; readonly task: Id }
  | { readonly type: 'target.changed' | 'capacity.changed' | 'time.passed' };

const base = setup({
  types: { context: {} as ServiceContext, events: {} as Arriving<ServiceEvent>, input: {} as Beginning },
  delays: { pass: SCHEDULER_PASS },
  actions: { carryOut: (_, effects: readonly Effect[]) => effects },
});

/** Writes what was changed by a call; a new deployment starts with a clean record. */
const update = base.enqueueActions(({ context: { id, memory }, event, enqueue }) => {
  if (event.type !== 'service.updated') return;
  enqueue.assign({ memory: { ...memory, steady: false, ...(event.newDeployment ? cleanRecord : {}) } });
  enqueue({ type: 'carryOut', params: [patch(id, event.change)] });
});

/** Counts a task that never ran, and sets the wait before the next attempt. */
const noteStopped = base.enqueueActions(({ context: { id, memory }, event, enqueue }) => {
  if (event.type !== 'task.stopped') return;
  const world = worldOf(event);
  const task = taskOf(world, event.task);
  const service = serviceOf(world, id);
  if (task?.stopCode !== 'TaskFailedToStart' || service === undefined) return;
  const startFailures = memory.startFailures + 1;
  enqueue.assign({ memory: { ...memory, startFailures, retryAt: world.time + restartDelay(startFailures) } });
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
  },
});
