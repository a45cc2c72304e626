import { setup } from 'xstate';

/** What a reader does with time, as the transport sees it. */
export type TransportEvent =
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'stepped' }
  | { readonly type: 'moved' }
  | { readonly type: 'arrived' }
  | { readonly type: 'reset' };

/** Whether time passes. `idle` is before the reader's first move, `at end` is at the horizon. */
export const transportMachine = setup({ types: { events: {} as TransportEvent } }).createMachine({
  id: 'transport',
  initial: 'idle',
  on: { arrived: '.at end', reset: '.idle' },
  states: {
    idle: { on: { play: 'playing', stepped: 'paused', moved: 'paused' } },
    playing: { on: { pause: 'paused', stepped: 'paused' } },
    paused: { on: { play: 'playing' } },
    'at end': { on: { play: 'playing', stepped: 'paused', moved: 'paused' } },
  },
});
