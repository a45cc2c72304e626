import { setup } from 'xstate';
import type { Id } from '../../../model/json.ts';
import type { Arriving, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { nameIn, partOf } from '../identity.ts';
import { isDown, isIn, membersOf, nowIn } from './members.ts';
import { controlPlaneTimings } from './timings.ts';

/** What happens to a member, and what the API server writes. */
export type EtcdEvent =
  | { readonly type: 'member.lost'; readonly id: Id }
  | { readonly type: 'member.joined'; readonly id: Id }
  | { readonly type: 'revision.written' };

type Event = Arriving<EtcdEvent>;

const memberOf = (event: Event): Id => ('id' in event ? event.id : '');
const leaderOf = (world: World) => membersOf(world).find((member) => isIn(member, 'Leader'));

/** The leader hands each revision to those who follow it. */
function replicate(world: World): readonly Effect[] {
  return membersOf(world)
    .filter((member) => !isIn(member, 'Lost'))
    .map(({ id }) => send(id, { type: 'revision.replicated' }, `${nameIn(id)} has the revision`));
}

function elect(world: World): readonly Effect[] {
  const [first] = membersOf(world).filter((member) => !isIn(member, 'Lost'));
  if (first === undefined) return [];
  return [nowIn(first.id, 'Leader'), send(partOf(world, 'kube-apiserver'), { type: 'store.recovered' }, `${nameIn(first.id)} leads`, 1)];
}

const machine = setup({
  types: { context: {}, events: {} as Event },
  guards: {
    leaderIsLost: ({ event }) => leaderOf(worldOf(event))?.id === memberOf(event),
    quorumIsLost: ({ event }) => membersOf(worldOf(event)).filter((one) => isIn(one, 'Lost') || one.id === memberOf(event)).length > 1,
    isStillDown: ({ event }) => {
      const member = worldOf(event).objects.get(memberOf(event));
      return member === undefined || isDown(worldOf(event), member);
    },
    makesQuorum: ({ event }) => membersOf(worldOf(event)).filter((one) => isIn(one, 'Lost') && one.id !== memberOf(event)).length < 2,
  },
  actions: {
    lose: ({ event }) => nowIn(memberOf(event), 'Lost'),
    join: ({ event }) => nowIn(memberOf(event), 'Follower'),
    stepDown: ({ event }) => {
      const leader = leaderOf(worldOf(event));
      return leader === undefined || leader.id === memberOf(event) ? [] : nowIn(leader.id, 'Follower');
    },
    replicate: ({ event }) => replicate(worldOf(event)),
    elect: ({ event }) => elect(worldOf(event)),
  },
  delays: { election: controlPlaneTimings.election },
}).createMachine({
  id: 'k8s-etcd',
  initial: 'Quorum',
  states: {
    Quorum: {
      on: {
        'revision.written': { actions: 'replicate' },
        'member.joined': [{ guard: 'isStillDown' }, { actions: 'join' }],
        'member.lost': [
          { guard: 'quorumIsLost', target: 'NoQuorum', actions: ['stepDown', 'lose'] },
          { guard: 'leaderIsLost', target: 'Electing', actions: 'lose' },
          { actions: 'lose' },
        ],
      },
    },
    Electing: {
      after: { election: { target: 'Quorum', actions: 'elect' } },
      on: {
        'member.joined': [{ guard: 'isStillDown' }, { actions: 'join' }],
        'member.lost': [{ guard: 'quorumIsLost', target: 'NoQuorum', actions: 'lose' }, { actions: 'lose' }],
      },
    },
    NoQuorum: {
      on: {
        'member.lost': { actions: 'lose' },
        'member.joined': [{ guard: 'isStillDown' }, { guard: 'makesQuorum', target: 'Electing', actions: 'join' }, { actions: 'join' }],
      },
    },
  },
});

/** etcd: keeps every revision on more than half of its members, or takes none. */
export const etcd: Behaviour = {
  machine,
  waits: (snapshot) => (snapshot.matches('NoQuorum') ? [{ code: 'quorum' }] : snapshot.matches('Electing') ? [{ code: 'leader' }] : []),
};
