import { setup } from 'xstate';
import type { Id } from '../../../model/json.ts';
import type { Arriving, Beginning, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import { patch, send } from '../../engine/effect.ts';
import { isoTime } from '../../engine/world.ts';
import { clusterArn, nameIn, partOf } from '../identity.ts';
import type { RequestEvent } from './client-request.ts';
import { audited, handOn } from './client-request.ts';
import { nowIn } from './members.ts';
import { controlPlaneTimings } from './timings.ts';

/** What happens to an API server. */
export type InstanceEvent =
  | { readonly type: 'instance.lost' }
  | { readonly type: 'instance.replaced' }
  | { readonly type: 'version.wanted'; readonly version: string };

type Event = Arriving<InstanceEvent | Extract<RequestEvent, { type: 'request.sent' }>>;

const machine = setup({
  types: { context: {} as { readonly id: Id }, events: {} as Event, input: {} as Beginning },
  actions: {
    receive: ({ event }) => {
      if (event.type !== 'request.sent') return [];
      const world = worldOf(event);
      const request = { ...event.request, receivedAt: isoTime(world) };
      return [audited(world, request), handOn('authentication', request, 'who is it?')];
    },
    lose: ({ context }) => nowIn(context.id, 'Lost'),
    start: ({ context }) => nowIn(context.id, 'Starting'),
    takeVersion: ({ context, event }) => (event.type === 'version.wanted' ? patch(context.id, { version: event.version }) : []),
    serve: ({ context, event }) => {
      const world = worldOf(event);
      const text = `${nameIn(context.id)} serves`;
      return [
        nowIn(context.id, 'Serving'),
        send(clusterArn(world), { type: 'instance.serving', id: context.id }, text),
        send(partOf(world, 'kube-apiserver'), { type: 'store.recovered' }, text, 1),
      ];
    },
  },
  delays: { replacement: controlPlaneTimings.replacement },
}).createMachine({
  id: 'k8s-api-server-instance',
  context: ({ input }) => ({ id: input.id }),
  initial: 'Serving',
  on: { 'instance.lost': { target: '.Lost', actions: 'lose' } },
  states: {
    Serving: {
      on: { 'request.sent': { actions: 'receive' }, 'version.wanted': { target: 'Starting', actions: ['takeVersion', 'start'] } },
    },
    Starting: { after: { replacement: { target: 'Serving', actions: 'serve' } } },
    Lost: {
      on: { 'instance.replaced': { target: 'Starting', actions: 'start' }, 'version.wanted': { actions: 'takeVersion' } },
    },
  },
});

/** One API server of a cluster: any of them answers any request, since all keep their objects in the same etcd. */
export const instance: Behaviour = {
  machine,
  waits: (snapshot) => (snapshot.matches('Starting') ? [{ code: 'start' }] : snapshot.matches('Lost') ? [{ code: 'replacement' }] : []),
};
