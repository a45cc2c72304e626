import { setup } from 'xstate';
import type { ApiObject } from '../../../src/model/api-object.ts';
import type { Act } from '../../../src/model/api-call.ts';
import type { Arriving, Beginning } from '../../../src/simulation/engine/behaviour.ts';
import { worldOf } from '../../../src/simulation/engine/behaviour.ts';
import { ecsProjectors } from '../../../src/model/project-ecs.ts';
import type { Answer, Domain } from '../../../src/simulation/engine/domain.ts';
import { begin, cancel, type Effect, end, log, patch, put, remind, remove, send } from '../../../src/simulation/engine/effect.ts';
import type { Scenario } from '../../../src/simulation/engine/scenario.ts';
import { chance, hasFault, isoTime, ownedBy, type World } from '../../../src/simulation/engine/world.ts';

/** The id of the toy's one service. */
export const web = 'arn:aws:ecs:eu-west-1:111122223333:service/demo/web';
const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo';
const taskArn = (number: number): string => `arn:aws:ecs:eu-west-1:111122223333:task/demo/${String(number).padStart(8, '0')}`;

type TaskEvent = Arriving<{ readonly type: 'advance' } | { readonly type: 'stop' }>;

const task = setup({
  types: { context: {} as { readonly id: string }, events: {} as TaskEvent, input: {} as Beginning },
  delays: {
    toStart: ({ context, event }) => 1_000 + Math.floor(chance(worldOf(event), context.id) * 4) * 1_000,
  },
  actions: {
    show: ({ context, event }, { status }: { readonly status: string }) => [
      patch(context.id, { lastStatus: status, ...(status === 'RUNNING' ? { startedAt: isoTime(worldOf(event)) } : {}) }),
      send(web, { type: 'task.changed' }, `${status} now`),
    ],
    leave: ({ context }) => [remove(context.id), end(context.id)],
  },
}).createMachine({
  id: 'toy-task',
  context: ({ input }) => ({ id: input.id }),
  initial: 'PROVISIONING',
  states: {
    PROVISIONING: { after: { toStart: 'PENDING' } },
    PENDING: { entry: { type: 'show', params: { status: 'PENDING' } }, after: { toStart: 'RUNNING' }, on: { stop: 'STOPPED' } },
    RUNNING: { entry: { type: 'show', params: { status: 'RUNNING' } }, on: { stop: 'STOPPED' } },
    STOPPED: { entry: { type: 'show', params: { status: 'STOPPED' } }, after: { 60_000: { actions: 'leave' } } },
  },
});

type ServiceEvent = Arriving<{ readonly type: 'task.changed' } | { readonly type: 'look' }>;

const service = setup({
  types: { events: {} as ServiceEvent },
  actions: {
    lookSoon: () => [cancel('look'), remind({ type: 'look' }, 1_000, 'look')],
    look: ({ event }) => reconcile(worldOf(event)),
  },
}).createMachine({ id: 'toy-service', on: { 'task.changed': { actions: 'lookSoon' }, look: { actions: 'look' } } });

const statusOf = ({ body }: ApiObject): unknown => body['lastStatus'];
const numberIn = (object: ApiObject | undefined, field: string): number => Number(object?.body[field] ?? 0);

function reconcile(world: World): readonly Effect[] {
  const self = world.objects.get(web);
  const tasks = [...ownedBy(world, web)].filter((one) => statusOf(one) !== 'STOPPED');
  const desired = numberIn(self, 'desiredCount');
  const made = numberIn(self, 'made');
  const missing = hasFault(world, 'full', web) ? 0 : Math.max(0, desired - tasks.length);
  const numbers = Array.from({ length: missing }, (_, i) => made + i + 1);
  return [
    ...numbers.flatMap((number) => [
      put({
        id: taskArn(number),
        kind: 'ecs-task',
        body: { lastStatus: 'PROVISIONING', group: 'service:web', clusterArn: cluster, createdAt: isoTime(world) },
      }),
      begin(taskArn(number), 'task'),
    ]),
    ...tasks.slice(desired).map(({ id }) => send(id, { type: 'stop' }, 'one too many', 500)),
    patch(web, { made: made + missing, runningCount: tasks.filter((one) => statusOf(one) === 'RUNNING').length }),
    ...(missing > 0 ? [log(web, `(service web) has started ${missing} tasks.`)] : []),
  ];
}

/** A toy of the same shape as the ECS world: a service that keeps a number of tasks running. */
export const toyDomain: Domain = {
  projectors: ecsProjectors,
  behaviours: {
    task: { machine: task, waits: ({ value }, world) => (value === 'RUNNING' ? [] : [{ code: 'start', values: { at: world.time } }]) },
    service: {
      machine: service,
      looksAround: true,
      waits: (_, world) => {
        const missing =
          numberIn(world.objects.get(web), 'desiredCount') - [...ownedBy(world, web)].filter((one) => statusOf(one) === 'RUNNING').length;
        return missing > 0 ? [{ code: 'tasks', values: { missing } }] : [];
      },
    },
  },
  apis: {
    ecs: (call): Answer => {
      const input = 'input' in call ? call.input : {};
      const desired = Number(input['desiredCount']);
      if (!Number.isInteger(desired)) throw new Error('desiredCount is no number');
      return {
        reply: { ok: true, body: {} },
        effects: [patch(web, { desiredCount: desired }), send(web, { type: 'task.changed' }, `wants ${desired}`)],
        about: web,
        text: `set desired count to ${desired}`,
      };
    },
  },
  faults: {
    full: {
      text: (_, on) => (on ? 'fill the cluster' : 'make room'),
      effects: () => [send(web, { type: 'task.changed' }, 'room changed')],
    },
    kill: { text: (target) => `stop ${target}`, effects: (target, on) => (on ? [send(target, { type: 'stop' }, 'killed')] : []) },
  },
  measures: (world) => ({ running: numberIn(world.objects.get(web), 'runningCount') }),
  ownerOf: ({ kind }) => (kind === 'ecs-task' ? web : undefined),
};

/** Sets the desired count of the toy. */
export const scale = (desiredCount: number): Act => ({ call: { api: 'ecs', operation: 'UpdateService', input: { desiredCount } } });

/** Switches a fault of the toy. */
export const fault = (name: 'full' | 'kill', target = web, on = true): Act => ({ fault: name, target, on });

/** The first tasks of the toy, by number. */
export { taskArn };

/** A scenario of the toy. */
export const toyScenario = (change: Partial<Scenario> = {}): Scenario => ({
  id: 'toy',
  domain: toyDomain,
  seed: 7,
  start: [
    put({ id: cluster, kind: 'ecs-cluster', body: { clusterArn: cluster, clusterName: 'demo', status: 'ACTIVE' } }),
    put({
      id: web,
      kind: 'ecs-service',
      body: { serviceArn: web, serviceName: 'web', clusterArn: cluster, status: 'ACTIVE', desiredCount: 3, runningCount: 0, made: 0 },
    }),
    begin(web, 'service'),
    send(web, { type: 'task.changed' }, 'begin'),
  ],
  opensAt: 3_000,
  horizon: 300_000,
  actions: [],
  faults: [],
  walkthrough: [
    { at: 30_000, text: 'It grows.', acts: [scale(5)], then: [] },
    { at: 90_000, text: 'A task is lost.', acts: [fault('kill', taskArn(2))], then: [] },
  ],
  plots: [],
  ...change,
});
