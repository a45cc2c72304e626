import { assign, setup } from 'xstate';
import type { Arriving, Beginning } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import { end } from '../../engine/effect.ts';
import { chance } from '../../engine/world.ts';
import { spreadOver, timings } from '../timings.ts';
import type { ComposedPodContext, ComposedPodEvent } from './composed-pod-context.ts';
import { allEnded, beginMembers, containerId, endMembers, isFinished, nextMembers, nextToEnd } from './composed-pod-context.ts';
import { lowOnMemory, postComposed } from './composed-pod-report.ts';
import { graceEndsFrom } from './containers/container-context.ts';
import { confirmDeletion, podEvent } from './report.ts';

const heard = (context: ComposedPodContext, { status, over }: Extract<ComposedPodEvent, { type: 'container.changed' }>) => ({
  runtime: [...context.runtime.filter(({ name }) => name !== status.name), status],
  over: over ? [...new Set([...context.over, status.name])] : context.over,
});

/** The life of a pod whose containers each live by themselves: init containers in order, then the others, and back. */
export const composedPodMachine = setup({
  types: { context: {} as ComposedPodContext, events: {} as Arriving<ComposedPodEvent>, input: {} as Beginning },
  guards: {
    isFinished: ({ context, event }) => isFinished(worldOf(event), context),
    allEnded: ({ context }) => allEnded(context),
  },
  actions: {
    takeSandbox: assign(({ context, event }) => {
      const world = worldOf(event);
      return { until: world.time + spreadOver(timings.sandbox, chance(world, `${context.id} sandbox`)) };
    }),
    hear: assign(({ context, event }) => (event.type === 'container.changed' ? heard(context, event) : {})),
    post: ({ context, event }, { sandbox = true, terminal = false }: { sandbox?: boolean; terminal?: boolean }) =>
      postComposed(worldOf(event), context, sandbox, terminal),
    beginNext: ({ context, event }) => beginMembers(worldOf(event), context, nextMembers(worldOf(event), context)),
    noteBegun: assign(({ context, event }) => ({
      begun: [...context.begun, ...nextMembers(worldOf(event), context).map(({ spec }) => spec.name)],
    })),
    allowGrace: assign(({ context, event }) => ({ graceEnds: graceEndsFrom(worldOf(event), context.id) })),
    evict: assign(({ event }) => ({ isEvicted: true, graceEnds: worldOf(event).time })),
    sayEvicted: ({ context, event }) => podEvent(worldOf(event), context.id, 'Evicted', lowOnMemory),
    endNext: ({ context, event }) => endMembers(worldOf(event), context, nextToEnd(worldOf(event), context)),
    noteTold: assign(({ context, event }) => ({ told: [...context.told, ...nextToEnd(worldOf(event), context)] })),
    endContainers: ({ context }) => context.begun.map((name) => end(containerId(context.id, name))),
    confirmDeletion: ({ context, event }) => confirmDeletion(worldOf(event), context.id),
  },
  delays: { then: ({ context, event }) => context.until - worldOf(event).time },
}).createMachine({
  id: 'k8s-composed-pod',
  context: ({ input: { id, world } }) => ({
    id,
    until: world.time,
    runtime: [],
    begun: [],
    over: [],
    told: [],
    graceEnds: world.time,
    isEvicted: false,
  }),
  initial: 'Unassigned',
  states: {
    Unassigned: { on: { 'pod.seen': 'Sandbox', 'pod.marked': 'Terminating' } },
    Sandbox: {
      entry: [{ type: 'post', params: { sandbox: false } }, 'takeSandbox'],
      on: { 'pod.marked': 'Terminating', 'pod.evicted': 'Evicting' },
      after: { then: 'Started' },
    },
    Started: {
      entry: [{ type: 'post', params: {} }, 'beginNext', 'noteBegun'],
      on: {
        'pod.seen': { actions: { type: 'post', params: {} } },
        'pod.marked': 'Terminating',
        'pod.evicted': 'Evicting',
        'container.changed': { actions: ['hear', { type: 'post', params: {} }, 'beginNext', 'noteBegun'] },
      },
      always: { guard: 'isFinished', target: 'Finishing' },
    },
    Finishing: {
      entry: ['allowGrace', 'endNext', 'noteTold'],
      on: { 'container.changed': { actions: ['hear', { type: 'post', params: {} }, 'endNext', 'noteTold'] }, 'pod.marked': 'Terminating' },
      always: { guard: 'allEnded', target: 'Finished' },
    },
    Evicting: {
      entry: ['evict', 'sayEvicted', 'endNext', 'noteTold'],
      on: { 'container.changed': { actions: ['hear', 'endNext', 'noteTold'] }, 'pod.marked': 'Terminating' },
      always: { guard: 'allEnded', target: 'Finished' },
    },
    Finished: { entry: { type: 'post', params: { terminal: true } }, on: { 'pod.marked': 'Removed' } },
    Terminating: {
      entry: ['allowGrace', 'endNext', 'noteTold'],
      on: { 'container.changed': { actions: ['hear', { type: 'post', params: {} }, 'endNext', 'noteTold'] } },
      always: { guard: 'allEnded', target: 'Removed' },
    },
    Removed: {
      entry: [{ type: 'post', params: { terminal: true } }, 'endContainers', 'confirmDeletion'],
      on: { 'pod.marked': { actions: 'confirmDeletion' } },
    },
  },
});
