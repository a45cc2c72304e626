import { assign, setup } from 'xstate';
import type { Id, Millis } from '../../model/json.ts';
import { reasonNotToRestart } from './agent/restart-policy.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import { remind, send, sendFrom } from '../engine/effect.ts';
import { chance, hasFault } from '../engine/world.ts';
import type { ContainerInput } from './container-input.ts';
import { serviceOfTask } from './arns.ts';
import { AGENT, REGISTRY } from './drawn-parts.ts';
import { isJob } from './image-behaviour.ts';
import { pullFailure } from './image-pull.ts';
import { beginLog, tellLog } from './log-driver.ts';
import { taskOf } from './objects.ts';
import { CONTAINER_START, IMAGE_PULL, IMAGE_PULL_FAILS, JOB_RUNS, PROCESS_END } from './timings.ts';

/** Whether it waits for no other container before its image is pulled. */
interface Begun {
  readonly pulls: boolean;
}

/** What a container keeps in mind. */
export interface ContainerContext extends ContainerInput, Begun {
  readonly id: Id;
  readonly answering: boolean;
  readonly startedAt: Millis;
  /** Absent until the agent has restarted it. */
  readonly restartedAt?: Millis;
  readonly failures: number;
}

type ContainerEvent =
  | { readonly type: 'agent.pull' }
  | { readonly type: 'agent.start' }
  | { readonly type: 'agent.gaveUp'; readonly exitCode: number; readonly reason: string }
  | { readonly type: 'signal.term' }
  | { readonly type: 'process.exited'; readonly exitCode: number; readonly reason?: string }
  | { readonly type: 'app.broke' }
  | { readonly type: 'app.recovered' }
  | { readonly type: 'log.refused'; readonly reason: string }
  | { readonly type: 'host.lost' };

interface ContainerArgs {
  readonly context: ContainerContext;
  readonly event: Arriving<ContainerEvent>;
}

const EXIT_OF_SIGKILL = 137;

function isRestarted({ context: { restartPolicy, startedAt, restartedAt }, event }: ContainerArgs): boolean {
  if (restartPolicy === undefined || event.type !== 'process.exited') return false;
  const secondsSince = (then: Millis) => (worldOf(event).time - then) / 1000;
  const exit = {
    exitCode: event.exitCode,
    startedSecondsAgo: secondsSince(startedAt),
    lastRestartSecondsAgo: restartedAt === undefined ? null : secondsSince(restartedAt),
    desiredStatus: 'RUNNING',
  };
  return reasonNotToRestart(restartPolicy, exit) === '';
}

/** The names that the chart of a container is written in. */
export const containerSetup = setup({
  types: {
    context: {} as ContainerContext,
    events: {} as Arriving<ContainerEvent>,
    input: {} as Beginning<Begun & { readonly container: ContainerInput }>,
  },
  delays: {
    pull: ({ context: { id, task, image, launchType }, event }) => {
      const world = worldOf(event);
      if (pullFailure(world, task, id, image) !== undefined) return IMAGE_PULL_FAILS;
      return IMAGE_PULL[launchType] * (0.7 + 0.6 * chance(world, `${id} pull`));
    },
    start: CONTAINER_START,
    work: JOB_RUNS,
    end: ({ context }) => Math.min(PROCESS_END, context.stopTimeout),
    stopTimeout: ({ context }) => context.stopTimeout,
    nextCheck: ({ context: { check, startedAt }, event }) =>
      check === undefined ? 0 : check.interval - ((worldOf(event).time - startedAt) % check.interval),
  },
  guards: {
    cannotPull: ({ context: { id, task, image }, event }) => pullFailure(worldOf(event), task, id, image) !== undefined,
    pullsAtOnce: ({ context }) => context.pulls,
    isJob: ({ context }) => isJob(context.image),
    isRestarted,
    ignoresSigterm: ({ context, event }) => hasFault(worldOf(event), 'ignores-sigterm', context.id),
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
    markRestart: assign(({ event }) => ({ startedAt: worldOf(event).time, restartedAt: worldOf(event).time, failures: 0 })),
    countFailure: assign(({ context }) => ({ failures: context.failures + 1 })),
    countAnew: assign({ failures: 0 }),
    exitIfBroken: ({ context: { id, image }, event }) =>
      hasFault(worldOf(event), 'container-exits', id) && !isJob(image)
        ? remind({ type: 'process.exited', exitCode: 1 }, CONTAINER_START)
        : [],
    finishWork: ({ context, event }) =>
      remind({ type: 'process.exited', exitCode: hasFault(worldOf(event), 'container-exits', context.id) ? 1 : 0 }, 0),
    askRegistry: ({ context: { task, name, image }, event }) => {
      const owner = taskOf(worldOf(event), task);
      // Tasks of services come by the thousand, and no diagram draws where they pull from.
      if (owner === undefined || serviceOfTask(owner) !== undefined) return [];
      return sendFrom(AGENT, REGISTRY, { type: 'image.asked', image }, `the agent pulls the image of container ${name}`);
    },
    tellPulled: ({ context: { task, name } }) => send(task, { type: 'container.pulled', name }, `image of container ${name} was pulled`),
    openLog: ({ context }) => beginLog(context),
    logStarted: ({ context }) => tellLog(context, { type: 'container.started' }),
    logStopping: ({ context }) => tellLog(context, { type: 'container.stopping' }),
    logExited: ({ context, event }) =>
      tellLog(context, { type: 'container.exited', exitCode: event.type === 'process.exited' ? event.exitCode : 0 }),
    logLost: ({ context }) => tellLog(context, { type: 'container.lost' }),
    tellLogRefused: ({ context: { task, name }, event }) => {
      const reason = event.type === 'log.refused' ? event.reason : undefined;
      return send(task, { type: 'container.stopped', name, reason }, `container ${name} has no log driver`);
    },
    tellRunning: ({ context: { task, name } }) => send(task, { type: 'container.running', name }, `container ${name} runs`),
    tellHealth: ({ context: { task, name } }, status: 'HEALTHY' | 'UNHEALTHY') =>
      send(task, { type: 'container.health', name, status }, `container ${name} is ${status}`),
    tellRestarted: ({ context: { task, name }, event }) => {
      const code = event.type === 'process.exited' ? event.exitCode : 0;
      return send(
        task,
        { type: 'container.health', name, status: 'UNKNOWN' },
        `container ${name} exited with code ${code} and was restarted`,
      );
    },
    tellPullFailed: ({ context: { id, task, name, image }, event }) => {
      const reason = pullFailure(worldOf(event), task, id, image);
      return send(task, { type: 'container.stopped', name, reason, failedTo: 'PULLED' }, `image of container ${name} could not be pulled`);
    },
    tellGivenUp: ({ context: { task, name }, event }) => {
      const { exitCode, reason } = event.type === 'agent.gaveUp' ? event : {};
      return send(task, { type: 'container.stopped', name, exitCode, reason }, `container ${name} can never start`);
    },
    tellNotStarted: ({ context: { task, name } }) =>
      send(task, { type: 'container.stopped', name }, `container ${name} was stopped before it ran`),
    tellExited: ({ context: { task, name }, event }) => {
      const { exitCode, ...rest } = event.type === 'process.exited' ? event : { exitCode: 0 };
      const reason = 'reason' in rest ? { reason: rest.reason } : {};
      return send(task, { type: 'container.stopped', name, exitCode, ...reason }, `container ${name} exited with code ${exitCode}`);
    },
    tellKilled: ({ context: { task, name } }) =>
      send(task, { type: 'container.stopped', name, exitCode: EXIT_OF_SIGKILL }, `container ${name} got SIGKILL`),
  },
});
