import { assign, setup } from 'xstate';
import type { Arriving, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { WatchEvent } from '../requests.ts';
import { typed } from '../store.ts';
import type { Memory, Turn } from './queue.ts';
import { decided, emptyMemory, queued, retried, takeTurn, takeTurnsAgain, told } from './queue.ts';

const machine = setup({
  types: { context: {} as Memory, events: {} as Arriving<WatchEvent | Turn> },
  guards: {
    isNewPod: ({ event }) => event.type === 'object.stored' && typed('Pod', event.object) !== undefined,
    isLastTurn: ({ context }) => context.turns <= 1,
    someWait: ({ context }) => context.unschedulable.size > 0,
  },
  actions: {
    giveTurn: ({ context, event }) => (event.type === 'turn' ? [] : takeTurn(context, worldOf(event), event.object.id)),
    enqueue: assign(({ context, event }) => queued(context, worldOf(event))),
    giveTurnsAgain: ({ context, event }) => takeTurnsAgain(context, worldOf(event)),
    retry: assign(({ context, event }) => retried(context, event.type === 'object.removed' ? event.object.id : undefined)),
    decide: assign(({ context, event }) => (event.type === 'turn' ? decided(context, worldOf(event), event.pod) : context)),
    tell: ({ context, event }) => told(context, worldOf(event)),
  },
}).createMachine({
  id: 'k8s-scheduler',
  context: emptyMemory,
  initial: 'Idle',
  on: {
    'object.stored': [
      { guard: 'isNewPod', target: '.Scheduling', actions: ['giveTurn', 'enqueue'] },
      { guard: 'someWait', target: '.Scheduling', actions: ['giveTurnsAgain', 'retry'] },
    ],
    'object.removed': [{ guard: 'someWait', target: '.Scheduling', actions: ['giveTurnsAgain', 'retry'] }, { actions: ['retry'] }],
  },
  states: {
    Idle: {},
    Scheduling: {
      on: {
        turn: [{ guard: 'isLastTurn', target: 'Idle', actions: ['decide', 'tell'] }, { actions: ['decide', 'tell'] }],
      },
    },
  },
});

/** The scheduler: gives each new pod a node, one pod at a time. */
export const scheduler: Behaviour = {
  machine,
  waits: ({ context }: { readonly context: Memory }) =>
    context.unschedulable.size === 0 ? [{ code: 'new-pod' }] : [{ code: 'room', values: { pods: context.unschedulable.size } }],
};
