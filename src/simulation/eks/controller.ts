import { assign, setup } from 'xstate';
import type { Id, Millis } from '../../model/json.ts';
import type { Arriving } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import type { WatchEvent } from './requests.ts';
import { timings } from './timings.ts';

/** What a controller of workloads is: whose turn it is when something changes, and what one look at a key leads to. */
interface Controller {
  readonly id: string;
  /** The key that an object's change is about, such as the ReplicaSet of a pod. */
  readonly keyOf: (event: WatchEvent) => Id | undefined;
  readonly look: (world: World, key: Id) => readonly Effect[];
  /** How much longer a look at a key takes than at a small one; nothing if absent. */
  readonly effort?: (world: World, key: Id) => Millis;
}

/** Reminds a controller to look at a key once more, such as at a deadline. */
export const lookAgain = (key: Id): { readonly type: 'recheck'; readonly key: Id } => ({ type: 'recheck', key });

type Event = Arriving<WatchEvent | ReturnType<typeof lookAgain> | { readonly type: 'sync'; readonly key: Id }>;

/**
 * A controller with its work queue. A key that changes while it is queued is looked at once: thus the work follows
 * the number of keys and not of changes.
 */
export const controllerMachine = ({ id, keyOf, look, effort = () => 0 }: Controller) => {
  const keyIn = (event: Event): Id | undefined => ('key' in event ? event.key : keyOf(event));
  return setup({
    types: { context: {} as { readonly queued: ReadonlySet<Id> }, events: {} as Event },
    guards: {
      isNews: ({ context, event }) => {
        const key = keyIn(event);
        return key !== undefined && !context.queued.has(key);
      },
      wasLast: ({ context }) => context.queued.size <= 1,
    },
    actions: {
      enqueue: assign({ queued: ({ context, event }) => new Set([...context.queued, keyIn(event) ?? '']) }),
      dequeue: assign({ queued: ({ context, event }) => new Set([...context.queued].filter((key) => key !== keyIn(event))) }),
      syncSoon: ({ event }) => {
        const key = keyIn(event) ?? '';
        return remind(sync(key), timings.controllerSync + effort(worldOf(event), key));
      },
      look: ({ event }) => look(worldOf(event), keyIn(event) ?? ''),
    },
  }).createMachine({
    id,
    context: { queued: new Set<Id>() },
    initial: 'Idle',
    on: {
      'object.*': { guard: 'isNews', target: '.Working', actions: ['enqueue', 'syncSoon'] },
      recheck: { guard: 'isNews', target: '.Working', actions: ['enqueue', 'syncSoon'] },
    },
    states: {
      Idle: {},
      Working: {
        on: {
          sync: [{ guard: 'wasLast', target: 'Idle', actions: ['dequeue', 'look'] }, { actions: ['dequeue', 'look'] }],
        },
      },
    },
  });
};

const sync = (key: Id): { readonly type: 'sync'; readonly key: Id } => ({ type: 'sync', key });
