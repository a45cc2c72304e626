import { assign, setup } from 'xstate';
import type { Id, Millis } from '../../../model/json.ts';
import type { Arriving, Beginning, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { cancel, end, log, remind, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { nameIn } from '../identity.ts';
import { ask } from '../requests.ts';
import type { Stored } from '../store.ts';
import { find, podsOnNode } from '../store.ts';
import type { EvictionRefused } from './evict-pod.ts';

/** From one attempt to evict what is left to the next. */
export const RETRY = 5_000;

/** What a drain is told: which node, for how long at most, and who waits for its end. */
export interface DrainOrder {
  readonly node: Id;
  readonly limit?: Millis;
  readonly tell?: Id;
}

/** How a drain ended. */
export type DrainEnded = { readonly type: 'drain.ended'; readonly node: Id; readonly drained: boolean };

/** The time that a drain has is over. */
type Limit = { readonly type: 'limit.reached' };

/** The actor of the drain of a node. */
export const drainOf = (node: Id): Id => `drain/${nameIn(node)}`;

type Memory = DrainOrder & { readonly id: Id; readonly refused: readonly Id[] };

const isDaemonPod = ({ body: { metadata } }: Stored<'Pod'>): boolean =>
  metadata.ownerReferences?.some(({ kind, controller }) => kind === 'DaemonSet' && controller) ?? false;

/** The pods that a drain has to move: all but those of DaemonSets, whose controller would only make them again. */
export const podsToMove = (world: World, node: Id): readonly Stored<'Pod'>[] =>
  find(world, 'Node', node) === undefined ? [] : [...podsOnNode(world, nameIn(node))].filter((pod) => !isDaemonPod(pod));

function evictAll(world: World, { id, node }: Memory): readonly Effect[] {
  return podsToMove(world, node)
    .filter(({ body }) => body.metadata.deletionTimestamp === undefined)
    .map((pod) => ask(world, { type: 'pod.evict', id: pod.id, by: id }, `evict pod ${nameIn(pod.id)}`));
}

/** What kubectl prints about a refusal; here only the first time, and not every five seconds. */
function sayRefused({ refused }: Memory, { pod, message }: EvictionRefused): readonly Effect[] {
  if (refused.includes(pod)) return [];
  const [, , namespace = '', name = ''] = pod.split('/');
  return [log(pod, `error when evicting pods/"${name}" -n "${namespace}" (will retry after 5s): ${message}`)];
}

function sayEnd({ id, node, tell }: Memory, drained: boolean): readonly Effect[] {
  const text = drained ? `node/${nameIn(node)} drained` : `node/${nameIn(node)} still has pods`;
  return [
    log(node, text),
    ...(tell === undefined ? [] : [send(tell, { type: 'drain.ended', node, drained } satisfies DrainEnded, text)]),
    end(id),
  ];
}

const machine = setup({
  types: { context: {} as Memory, events: {} as Arriving<EvictionRefused | Limit>, input: {} as Beginning<DrainOrder> },
  guards: { isEmpty: ({ context, event }) => podsToMove(worldOf(event), context.node).length === 0 },
  actions: {
    setLimit: ({ context: { limit } }) =>
      limit === undefined ? cancel('limit') : remind({ type: 'limit.reached' } satisfies Limit, limit, 'limit'),
    evict: ({ context, event }) => evictAll(worldOf(event), context),
    sayRefused: ({ context, event }) => (event.type === 'eviction.refused' ? sayRefused(context, event) : []),
    keepRefused: assign({
      refused: ({ context, event }) => (event.type === 'eviction.refused' ? [...context.refused, event.pod] : context.refused),
    }),
    sayEnd: ({ context }, { drained }: { drained: boolean }) => sayEnd(context, drained),
  },
  delays: { retry: RETRY },
}).createMachine({
  id: 'kubectl-drain',
  context: ({ input: { id, node, limit, tell } }) => ({
    id,
    node,
    refused: [],
    ...(limit === undefined ? {} : { limit }),
    ...(tell === undefined ? {} : { tell }),
  }),
  initial: 'Evicting',
  states: {
    Evicting: {
      initial: 'Asking',
      entry: 'setLimit',
      on: {
        'eviction.refused': { actions: ['sayRefused', 'keepRefused'] },
        'limit.reached': { target: 'Ended', actions: { type: 'sayEnd', params: { drained: false } } },
      },
      states: {
        Asking: {
          entry: 'evict',
          after: {
            retry: [
              { guard: 'isEmpty', target: '#drained' },
              { target: 'Asking', reenter: true },
            ],
          },
        },
      },
    },
    Drained: { id: 'drained', entry: { type: 'sayEnd', params: { drained: true } } },
    Ended: {},
  },
});

/** `kubectl drain`: evicts what is on a cordoned node, again every five seconds while a budget refuses, until only DaemonSet pods are left. */
export const drain: Behaviour = { machine };
