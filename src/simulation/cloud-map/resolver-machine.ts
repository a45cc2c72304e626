import { setup } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import { patch, send } from '../engine/effect.ts';
import { hasFault, isoTime } from '../engine/world.ts';
import type { CachedRecord } from './objects.ts';
import { answerOf } from './objects.ts';
import { outcomeOf } from './outcome.ts';
import { QUERY } from './timings.ts';

/** The answer to a DNS query: whose addresses, and for how many seconds they may be kept. */
export interface Answered {
  readonly type: 'name.answered';
  readonly ttl: number;
  readonly found: readonly Pick<CachedRecord, 'address' | 'taskArn'>[];
}

type ResolverEvent = Answered | { readonly type: 'callee.changed' } | { readonly type: 'client.restarted' };

/** The cache of a client: it asks for a name, and goes on calling the addresses that it got until their TTL is over. */
export const resolverMachine = setup({
  types: { context: {} as { readonly id: Id }, events: {} as Arriving<ResolverEvent>, input: {} as Beginning },
  delays: { ttl: ({ event }) => (event.type === 'name.answered' ? event.ttl * 1000 : 0) },
  guards: { ignoresTtl: ({ context, event }) => hasFault(worldOf(event), 'ttl-ignored', context.id) },
  actions: {
    ask: ({ context: { id }, event }) => {
      const answer = answerOf(worldOf(event), id);
      if (answer === undefined) return [];
      return send(answer.registryArn, { type: 'name.asked', client: id }, `ask for ${answer.name}`, QUERY);
    },
    keep: ({ context: { id }, event }) => {
      if (event.type !== 'name.answered') return [];
      const world = worldOf(event);
      const records = event.found.map((one) => ({ ...one, outcome: outcomeOf(world, one.taskArn) }));
      return patch(id, {
        status: records.length === 0 ? 'NXDOMAIN' : 'NOERROR',
        ttl: event.ttl,
        answeredAt: isoTime(world),
        records,
      });
    },
    callAgain: ({ context: { id }, event }) => {
      const world = worldOf(event);
      const records = answerOf(world, id)?.records.map((one) => ({ ...one, outcome: outcomeOf(world, one.taskArn) }));
      return records === undefined ? [] : patch(id, { records });
    },
  },
}).createMachine({
  id: 'dns-answer',
  context: ({ input }) => ({ id: input.id }),
  initial: 'asking',
  on: { 'callee.changed': { actions: 'callAgain' } },
  states: {
    asking: { entry: 'ask', on: { 'name.answered': { target: 'kept', actions: 'keep' } } },
    kept: {
      on: { 'client.restarted': 'asking' },
      after: { ttl: [{ guard: 'ignoresTtl', target: 'kept too long' }, { target: 'asking' }] },
    },
    'kept too long': { on: { 'client.restarted': 'asking' } },
  },
});
