import { assign, setup } from 'xstate';
import type { Arriving, Beginning } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import { remind } from '../../engine/effect.ts';
import { hasFault } from '../../engine/world.ts';
import { timings } from '../timings.ts';
import type { PodContext, Span } from './pod-context.ts';
import { exited, inState, isProbed, newPod, spanOf, started } from './pod-context.ts';
import { canPull } from './registry.ts';
import { confirmDeletion, postStatus } from './report.ts';
import type { Saying } from './sayings.ts';
import { say, waitingState } from './sayings.ts';

/** The fault of a pod whose container exits soon after each start. */
export const CRASH_LOOP = 'crash-loop';
/** The fault of a pod whose readiness probe fails. */
export const NOT_READY = 'readiness-fails';

/** What can happen to a pod on its node; `pod.seen` is what the kubelet finds in its list of pods. */
export type PodEvent = {
  readonly type: 'pod.seen' | 'pod.marked' | 'container.exited' | 'probe.failed' | 'probe.recovered';
};

/** The life of a pod: it has no node at first, then the kubelet of its node works on it. */
export const podMachine = setup({
  types: { context: {} as PodContext, events: {} as Arriving<PodEvent>, input: {} as Beginning },
  guards: {
    imageExists: ({ context, event }) => canPull(worldOf(event), context.id, context.container.image ?? ''),
    isFirstExit: ({ context }) => context.exits === 1,
    isProbed: ({ context, event }) => isProbed(worldOf(event), context.id),
    probePasses: ({ context, event }) => !hasFault(worldOf(event), NOT_READY, context.id),
  },
  actions: {
    take: assign(({ context, event }, { span }: { span: Span }) => {
      const world = worldOf(event);
      return { until: world.time + spanOf(span, context, world) };
    }),
    wait: assign(({ context, event }, { reason }: { reason: string }) => inState(context, waitingState(worldOf(event), context, reason))),
    start: assign(({ context, event }) => {
      const world = worldOf(event);
      return started(context, world, !isProbed(world, context.id));
    }),
    exit: assign(({ context, event }) => exited(context, worldOf(event), 1)),
    failPull: assign({ pulls: ({ context }) => context.pulls + 1 }),
    setReady: assign(({ context }, { ready }: { ready: boolean }) => ({ container: { ...context.container, ready } })),
    post: ({ context, event }) => postStatus(worldOf(event), context.id, context.container),
    say: ({ context, event }, { what }: { what: Saying }) => say(worldOf(event), context, what),
    crashIfBroken: ({ context, event }) =>
      hasFault(worldOf(event), CRASH_LOOP, context.id)
        ? remind({ type: 'container.exited' } satisfies PodEvent, timings.crash, 'crash')
        : [],
    confirmDeletion: ({ context, event }) => confirmDeletion(worldOf(event), context.id),
  },
  delays: { then: ({ context, event }) => context.until - worldOf(event).time },
}).createMachine({
  id: 'k8s-pod',
  context: ({ input }) => newPod(input.world, input.id),
  initial: 'Unassigned',
  on: { 'pod.seen': { actions: 'post' }, 'pod.marked': '.Terminating' },
  states: {
    Unassigned: { on: { 'pod.seen': 'ContainerCreating' } },
    ContainerCreating: {
      entry: [{ type: 'wait', params: { reason: 'ContainerCreating' } }, 'post', { type: 'take', params: { span: 'sandbox' } }],
      after: { then: 'Pulling' },
    },
    Pulling: {
      entry: [
        { type: 'say', params: { what: 'pulling' } },
        { type: 'take', params: { span: 'pull' } },
      ],
      after: { then: [{ guard: 'imageExists', target: 'Starting' }, { target: 'ErrImagePull' }] },
    },
    ErrImagePull: {
      entry: [
        'failPull',
        { type: 'wait', params: { reason: 'ErrImagePull' } },
        'post',
        { type: 'say', params: { what: 'pullFailed' } },
        { type: 'take', params: { span: 'resync' } },
      ],
      after: { then: 'ImagePullBackOff' },
    },
    ImagePullBackOff: {
      entry: [
        { type: 'wait', params: { reason: 'ImagePullBackOff' } },
        'post',
        { type: 'say', params: { what: 'pullBackOff' } },
        { type: 'take', params: { span: 'pullBackOff' } },
      ],
      after: { then: 'Pulling' },
    },
    Starting: {
      entry: [
        { type: 'say', params: { what: 'pulled' } },
        { type: 'take', params: { span: 'start' } },
      ],
      after: { then: [{ guard: 'isProbed', target: 'Running' }, { target: 'Running.WarmingUp' }] },
    },
    Running: {
      entry: ['start', 'post', { type: 'say', params: { what: 'started' } }, 'crashIfBroken', { type: 'take', params: { span: 'warmUp' } }],
      on: { 'container.exited': 'Exited' },
      initial: 'Unready',
      states: {
        Unready: {
          after: {
            then: [
              { guard: 'probePasses', target: 'Ready' },
              { target: 'Unready', reenter: true, actions: { type: 'take', params: { span: 'probe' } } },
            ],
          },
        },
        Ready: {
          entry: [{ type: 'setReady', params: { ready: true } }, 'post'],
          on: { 'probe.failed': 'Failing' },
        },
        Failing: {
          entry: [
            { type: 'say', params: { what: 'unhealthy' } },
            { type: 'take', params: { span: 'thirdProbe' } },
          ],
          on: { 'probe.recovered': 'Ready' },
          after: {
            then: {
              target: 'Unready',
              actions: [{ type: 'setReady', params: { ready: false } }, 'post', { type: 'take', params: { span: 'probe' } }],
            },
          },
        },
        WarmingUp: { after: { then: 'Unprobed' } },
        Unprobed: {},
      },
    },
    Exited: {
      entry: ['exit', 'post', { type: 'take', params: { span: 'relist' } }],
      after: { then: [{ guard: 'isFirstExit', target: 'Pulling' }, { target: 'CrashLoopBackOff' }] },
    },
    CrashLoopBackOff: {
      entry: [
        { type: 'wait', params: { reason: 'CrashLoopBackOff' } },
        'post',
        { type: 'say', params: { what: 'crashBackOff' } },
        { type: 'take', params: { span: 'restart' } },
      ],
      after: { then: 'Pulling' },
    },
    Terminating: {
      entry: [
        { type: 'say', params: { what: 'killing' } },
        { type: 'take', params: { span: 'shutDown' } },
      ],
      on: { 'pod.marked': {}, 'pod.seen': {} },
      after: { then: 'Stopped' },
    },
    Stopped: { entry: 'confirmDeletion', on: { 'pod.marked': { actions: 'confirmDeletion' } } },
  },
});
