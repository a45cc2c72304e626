import { assign, setup } from 'xstate';
import type { Id, Millis } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import { send } from '../engine/effect.ts';
import { chance } from '../engine/world.ts';
import { isBroken } from './broken-image.ts';
import { pullFailure } from './image-pull.ts';
import { CONTAINER_START, IMAGE_PULL, IMAGE_PULL_FAILS, PROCESS_END } from './timings.ts';

/** A container health check, in milliseconds. */
export interface Check {
  readonly interval: Millis;
  readonly retries: number;
  readonly startPeriod: Millis;
}

/** What a container is begun with. */
export interface ContainerInput {
  readonly task: Id;
  readonly name: string;
  readonly image: string;
  readonly launchType: 'EC2' | 'FARGATE';
  readonly check?: Check;
}

interface ContainerContext extends ContainerInput {
  readonly id: Id;
  readonly answering: boolean;
  readonly startedAt: Millis;
  readonly failures: number;
}

type ContainerEvent =
  | { readonly type: 'signal.term' }
  | { readonly type: 'process.exited'; readonly exitCode: number }
  | { readonly type: 'app.broke' }
  | { readonly type: 'app.recovered' }
  | { readonly type: 'host.lost' };

/** A container as the agent on its host looks after it. Health checks that would change nothing are not scheduled. */
export const containerMachine = setup({
  types: { context: {} as ContainerContext, events: {} as Arriving<ContainerEvent>, input: {} as Beginning<ContainerInput> },
  delays: {
    pull: ({ context: { id, task, image, launchType }, event }) => {
      const world = worldOf(event);
      if (pullFailure(world, task, image) !== undefined) return IMAGE_PULL_FAILS;
      return IMAGE_PULL[launchType] * (0.7 + 0.6 * chance(world, `${id} pull`));
    },
    start: CONTAINER_START,
    end: PROCESS_END,
    nextCheck: ({ context: { check, startedAt }, event }) =>
      check === undefined ? 0 : check.interval - ((worldOf(event).time - startedAt) % check.interval),
  },
  guards: {
    cannotPull: ({ context: { task, image }, event }) => pullFailure(worldOf(event), task, image) !== undefined,
    hasNoCheck: ({ context }) => context.check === undefined,
    answers: ({ context }) => context.answering,
    isStillStarting: ({ context: { check, startedAt }, event }) =>
      check !== undefined && worldOf(event).time - startedAt <= check.startPeriod,
    lastRetryFails: ({ context: { check, failures } }) => check !== undefined && failures + 1 >= check.retries,
  },
  actions: {
    broke: assign({ answering: false }),
    recovered: assign({ answering: true }),
    markStart: assign(({ event }) => ({ startedAt: worldOf(event).time })),
    countFailure: assign(({ context }) => ({ failures: context.failures + 1 })),
    countAnew: assign({ failures: 0 }),
    tellPulled: ({ context: { task, name } }) => send(task, { type: 'container.pulled' }, `image of container ${name} was pulled`),
    tellRunning: ({ context: { task, name } }) => send(task, { type: 'container.running', name }, `container ${name} runs`),
    tellHealth: ({ context: { task, name } }, status: 'HEALTHY' | 'UNHEALTHY') =>
      send(task, { type: 'container.health', name, status }, `container ${name} is ${status}`),
    tellPullFailed: ({ context: { task, name, image }, event }) => {
      const reason = pullFailure(worldOf(event), task, image);
      return send(task, { type: 'container.stopped', name, reason }, `image of container ${name} could not be pulled`);
    },
    tellNotStarted: ({ context: { task, name } }) =>
      send(task, { type: 'container.stopped', name }, `container ${name} was stopped before it ran`),
    tellExited: ({ context: { task, name }, event }) => {
      const exitCode = event.type === 'process.exited' ? event.exitCode : 0;
      return send(task, { type: 'container.stopped', name, exitCode }, `container ${name} exited with code ${exitCode}`);
    },
  },
}).createMachine({
  id: 'ecs-container',
  context: ({ input: { id, task, name, image, launchType, check } }) => ({
    id,
    task,
    name,
    image,
    launchType,
    ...(check === undefined ? {} : { check }),
    answering: !isBroken(image),
    startedAt: 0,
    failures: 0,
  }),
  initial: 'PENDING',
  on: { 'host.lost': '.STOPPED', 'app.broke': { actions: 'broke' }, 'app.recovered': { actions: 'recovered' } },
  states: {
    PENDING: {
      initial: 'pulling',
      on: { 'signal.term': { target: 'STOPPED', actions: 'tellNotStarted' } },
      states: {
        pulling: {
          after: {
            pull: [
              { guard: 'cannotPull', target: '#ecs-container.STOPPED', actions: 'tellPullFailed' },
              { target: 'starting', actions: 'tellPulled' },
            ],
          },
        },
        starting: { after: { start: { target: '#ecs-container.RUNNING', actions: ['markStart', 'tellRunning'] } } },
      },
    },
    RUNNING: {
      initial: 'UNKNOWN',
      on: { 'process.exited': { target: 'STOPPED', actions: 'tellExited' }, 'signal.term': '.ending' },
      states: {
        UNKNOWN: {
          always: { guard: 'hasNoCheck', target: 'unchecked' },
          after: {
            nextCheck: [
              { guard: 'answers', target: 'HEALTHY' },
              { guard: 'isStillStarting', target: 'UNKNOWN', reenter: true },
              { guard: 'lastRetryFails', target: 'UNHEALTHY' },
              { target: 'UNKNOWN', reenter: true, actions: 'countFailure' },
            ],
          },
        },
        unchecked: {},
        HEALTHY: {
          entry: { type: 'tellHealth', params: 'HEALTHY' },
          initial: 'passing',
          states: {
            passing: { entry: 'countAnew', on: { 'app.broke': { target: 'failing', actions: 'broke' } } },
            failing: {
              on: { 'app.recovered': { target: 'passing', actions: 'recovered' } },
              after: {
                nextCheck: [
                  { guard: 'lastRetryFails', target: '#ecs-container.RUNNING.UNHEALTHY' },
                  { target: 'failing', reenter: true, actions: 'countFailure' },
                ],
              },
            },
          },
        },
        UNHEALTHY: {
          entry: { type: 'tellHealth', params: 'UNHEALTHY' },
          initial: 'failing',
          states: {
            failing: { on: { 'app.recovered': { target: 'passing', actions: 'recovered' } } },
            passing: {
              on: { 'app.broke': { target: 'failing', actions: 'broke' } },
              after: { nextCheck: '#ecs-container.RUNNING.HEALTHY' },
            },
          },
        },
        ending: { after: { end: { target: '#ecs-container.STOPPED', actions: 'tellExited' } } },
      },
    },
    STOPPED: {},
  },
});
