import { assign, setup } from 'xstate';
import type { Arriving, Beginning } from '../../../engine/behaviour.ts';
import { worldOf } from '../../../engine/behaviour.ts';
import { remind, send } from '../../../engine/effect.ts';
import type { World } from '../../../engine/world.ts';
import { chance, hasFault } from '../../../engine/world.ts';
import { find } from '../../store.ts';
import { spreadOver, timings } from '../../timings.ts';
import type { ComposedPodEvent } from '../composed-pod-context.ts';
import type { Span } from '../pod-context.ts';
import { spanOf } from '../pod-context.ts';
import { canPull } from '../registry.ts';
import { podEvent, wordFor } from '../report.ts';
import type { Saying } from '../sayings.ts';
import { say, waitingState } from '../sayings.ts';
import type { ContainerContext, ContainerEvent, ContainerInput } from './container-context.ts';
import { graceEndsFrom, newContainer, nowExited, nowIn, nowStarted, nowStopping, withProbes } from './container-context.ts';
import { CRASHES, lacksConfig, OUT_OF_MEMORY } from './container-faults.ts';
import {
  afterRun,
  fatalProbe,
  firstRuns,
  firstRunsOnceStarted,
  isReady,
  isStarted,
  probeSoon,
  runAgain,
  unhealthy,
  workerOf,
} from './probing.ts';
import { shouldRestart } from './restart-policy.ts';

/** How long a container lasts that leaks memory. */
const LEAK = 20_000;

/** When a container that has just started will exit by itself; undefined if it will not. */
function lastsFor({ role, self, restartPolicy }: ContainerContext, world: World): number | undefined {
  if (hasFault(world, CRASHES, self)) return timings.crash;
  if (hasFault(world, OUT_OF_MEMORY, self)) return LEAK;
  if (role === 'init') return timings.initWork;
  const isWork = role === 'main' && restartPolicy !== 'Always';
  return isWork ? spreadOver(timings.work, chance(world, `${self} work`)) : undefined;
}

const stopped = { 'container.stop': { target: 'Ended', actions: 'giveUp' } } as const;

/** The life of one container of a pod, from the pull of its image to the end that nothing follows. */
export const containerMachine = setup({
  types: { context: {} as ContainerContext, events: {} as Arriving<ContainerEvent>, input: {} as Beginning<ContainerInput> },
  guards: {
    imageExists: ({ context, event }) => canPull(worldOf(event), context.id, context.spec.image),
    lacksConfig: ({ context, event }) => context.spec.envFrom !== undefined && lacksConfig(worldOf(event), context.id),
    isStarted: ({ context }) => isStarted(context),
    isReady: ({ context }) => isReady(context),
    isUnready: ({ context }) => !isReady(context),
    isToBeKilled: ({ context }) => fatalProbe(context) !== undefined,
    isOfThisRun: ({ context, event }) => !('start' in event) || event.start === context.starts,
    isOver: ({ context }) =>
      context.isUnwanted || !shouldRestart(context.role, context.restartPolicy, context.last?.terminated?.exitCode ?? 0),
    isFirstExit: ({ context }) => context.exits === 1,
  },
  actions: {
    take: assign(({ context, event }, { span }: { span: Span }) => {
      const world = worldOf(event);
      return { until: world.time + spanOf(span, context, world) };
    }),
    wait: assign(({ context, event }, { reason }: { reason: string }) => nowIn(context, waitingState(worldOf(event), context, reason))),
    failPull: assign({ pulls: ({ context }) => context.pulls + 1 }),
    start: assign(({ context, event }) => nowStarted(context, worldOf(event))),
    exit: assign(({ context, event }) => nowExited(context, worldOf(event))),
    showProbes: assign(({ context }) => withProbes(context)),
    stop: assign(({ context, event }) =>
      event.type === 'container.stop'
        ? nowStopping(context, worldOf(event), event.graceEnds, true)
        : nowStopping(context, worldOf(event), graceEndsFrom(worldOf(event), context.id), false),
    ),
    giveUp: assign({ isUnwanted: true }),
    probe: assign(({ context, event }) => (event.type === 'probe.due' ? afterRun(context, event.probe, worldOf(event)) : context)),
    post: ({ context }, { over }: { over: boolean }) => {
      const news: ComposedPodEvent = { type: 'container.changed', status: context.container, over };
      const { name } = context.spec;
      return send(context.id, news, over ? `${name} has ended` : `${name}: ${wordFor(context.container)}`);
    },
    say: ({ context, event }, { what }: { what: Saying }) => say(worldOf(event), context, what),
    sayUnhealthy: ({ context, event }) => {
      if (event.type !== 'probe.due' || workerOf(context, event.probe)?.last !== 'Failure') return [];
      if (event.probe !== 'startup' && !isStarted(context)) return [];
      const world = worldOf(event);
      const ip = find(world, 'Pod', context.id)?.body.status?.podIP ?? '';
      return podEvent(world, context.id, ...unhealthy(context, event.probe, ip, world));
    },
    sayKilling: ({ context, event }) => {
      const probe = fatalProbe(context);
      const { name } = context.spec;
      const text =
        context.isUnwanted || probe === undefined
          ? `Stopping container ${name}`
          : `Container ${name} failed ${probe} probe, will be restarted`;
      return podEvent(worldOf(event), context.id, 'Killing', text);
    },
    planRuns: ({ context }) => firstRuns(context),
    planExit: ({ context, event }) => {
      const lasts = lastsFor(context, worldOf(event));
      return lasts === undefined ? [] : remind({ type: 'container.exited', start: context.starts } satisfies ContainerEvent, lasts, 'exit');
    },
    runAgain: ({ context, event }) => (event.type === 'probe.due' ? runAgain(context, event.probe, worldOf(event)) : []),
    probeSoon: ({ context, event }) => (event.type === 'probe.changed' ? probeSoon(context, event.probe, worldOf(event)) : []),
    beginOthers: ({ context }) => firstRunsOnceStarted(context),
  },
  delays: { then: ({ context, event }) => context.until - worldOf(event).time },
}).createMachine({
  id: 'k8s-container',
  context: ({ input }) => newContainer(input),
  initial: 'Pulling',
  states: {
    Pulling: {
      entry: [
        { type: 'say', params: { what: 'pulling' } },
        { type: 'take', params: { span: 'pull' } },
      ],
      on: stopped,
      after: {
        then: [
          { guard: 'imageExists', target: 'Configuring', actions: { type: 'say', params: { what: 'pulled' } } },
          { target: 'ErrImagePull' },
        ],
      },
    },
    ErrImagePull: {
      entry: [
        'failPull',
        { type: 'wait', params: { reason: 'ErrImagePull' } },
        { type: 'post', params: { over: false } },
        { type: 'say', params: { what: 'pullFailed' } },
        { type: 'take', params: { span: 'resync' } },
      ],
      on: stopped,
      after: { then: 'ImagePullBackOff' },
    },
    ImagePullBackOff: {
      entry: [
        { type: 'wait', params: { reason: 'ImagePullBackOff' } },
        { type: 'post', params: { over: false } },
        { type: 'say', params: { what: 'pullBackOff' } },
        { type: 'take', params: { span: 'pullBackOff' } },
      ],
      on: stopped,
      after: { then: 'Pulling' },
    },
    Configuring: { always: [{ guard: 'lacksConfig', target: 'CreateContainerConfigError' }, { target: 'Starting' }] },
    CreateContainerConfigError: {
      entry: [
        { type: 'wait', params: { reason: 'CreateContainerConfigError' } },
        { type: 'post', params: { over: false } },
        { type: 'say', params: { what: 'configError' } },
        { type: 'take', params: { span: 'nextSync' } },
      ],
      on: stopped,
      after: { then: 'Configuring' },
    },
    Starting: { entry: { type: 'take', params: { span: 'start' } }, on: stopped, after: { then: 'Running' } },
    Running: {
      entry: ['start', { type: 'say', params: { what: 'started' } }, 'planRuns', 'planExit'],
      on: {
        'container.exited': { guard: 'isOfThisRun', target: 'Exited' },
        'container.stop': { target: 'Stopping' },
        'probe.due': { guard: 'isOfThisRun', actions: ['probe', 'sayUnhealthy', 'runAgain'] },
        'probe.changed': { actions: 'probeSoon' },
      },
      initial: 'Begun',
      states: {
        Begun: { always: [{ guard: 'isReady', target: 'Ready' }, { guard: 'isStarted', target: 'Unready' }, { target: 'StartingUp' }] },
        StartingUp: {
          entry: ['showProbes', { type: 'post', params: { over: false } }],
          always: [
            { guard: 'isToBeKilled', target: '#k8s-container.Stopping' },
            { guard: 'isReady', target: 'Ready' },
            { guard: 'isStarted', target: 'Unready', actions: 'beginOthers' },
          ],
        },
        Unready: {
          entry: ['showProbes', { type: 'post', params: { over: false } }],
          always: [
            { guard: 'isToBeKilled', target: '#k8s-container.Stopping' },
            { guard: 'isReady', target: 'Ready' },
          ],
        },
        Ready: {
          entry: ['showProbes', { type: 'post', params: { over: false } }],
          always: [
            { guard: 'isToBeKilled', target: '#k8s-container.Stopping' },
            { guard: 'isUnready', target: 'Unready' },
          ],
        },
      },
    },
    Stopping: {
      entry: ['stop', 'sayKilling'],
      on: { 'container.stop': { target: 'Stopping', reenter: true }, 'container.exited': { guard: 'isOfThisRun', target: 'Exited' } },
      after: { then: 'Exited' },
    },
    Exited: {
      entry: ['exit', { type: 'post', params: { over: false } }, { type: 'take', params: { span: 'relist' } }],
      on: { 'container.stop': { actions: 'giveUp' } },
      after: { then: [{ guard: 'isOver', target: 'Ended' }, { guard: 'isFirstExit', target: 'Pulling' }, { target: 'CrashLoopBackOff' }] },
    },
    CrashLoopBackOff: {
      entry: [
        { type: 'wait', params: { reason: 'CrashLoopBackOff' } },
        { type: 'post', params: { over: false } },
        { type: 'say', params: { what: 'crashBackOff' } },
        { type: 'take', params: { span: 'restart' } },
      ],
      on: stopped,
      after: { then: 'Pulling' },
    },
    Ended: { entry: { type: 'post', params: { over: true } } },
  },
});
