import { setup } from 'xstate';
import type { Id } from '../../../model/json.ts';
import type { Arriving, Beginning, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { nameIn, partOf } from '../identity.ts';
import { lastLease } from '../node-lifecycle/events.ts';
import type { Pod } from '../objects.ts';
import { withCondition } from '../objects.ts';
import type { WatchEvent } from '../requests.ts';
import { ask, event as kubeEvent } from '../requests.ts';
import { find, podsOnNode, typed } from '../store.ts';
import { bringsNetwork } from './network-plugin.ts';
import type { PodEvent } from './pod-worker.ts';

/** What cuts a node off, and what brings it back. */
export type LinkEvent = { readonly type: 'connection.lost' | 'connection.restored' };

/** Hands a pod to its worker: to go on with it, or to end it. */
function handOn(id: Id, { metadata }: Pod): Effect {
  const isMarked = metadata.deletionTimestamp !== undefined;
  const type: PodEvent['type'] = isMarked ? 'pod.marked' : 'pod.seen';
  return send(id, { type }, isMarked ? `end pod ${metadata.name}` : `run pod ${metadata.name}`);
}

const heartbeats = ['MemoryPressure', 'DiskPressure', 'PIDPressure'] as const;
const sufficient = {
  MemoryPressure: 'KubeletHasSufficientMemory',
  DiskPressure: 'KubeletHasNoDiskPressure',
  PIDPressure: 'KubeletHasSufficientPID',
};

/** Posts the node as ready. */
function postReady(world: World, id: Id): readonly Effect[] {
  const node = find(world, 'Node', id)?.body;
  if (node === undefined) return [];
  const now = isoTime(world);
  const conditions = [
    ...heartbeats.map((type) => ({ type, status: 'False', reason: sufficient[type] })),
    { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
  ].reduce((list, condition) => withCondition(list, condition, now), node.status?.conditions ?? []);
  const { name } = node.metadata;
  return [
    ask(world, { type: 'object.patch', id, change: { status: { conditions } } }, `node ${name} is ready`),
    kubeEvent(id, 'NodeReady', `Node ${name} status is now: NodeReady`),
  ];
}

const machine = setup({
  types: { context: {} as { readonly id: Id }, events: {} as Arriving<WatchEvent | LinkEvent>, input: {} as Beginning },
  guards: {
    bringsNetwork: ({ event }) => {
      const pod = event.type === 'object.stored' ? typed('Pod', event.object) : undefined;
      return pod !== undefined && bringsNetwork(worldOf(event), pod.body);
    },
  },
  actions: {
    handOn: ({ event }) => {
      const pod = event.type === 'object.stored' ? typed('Pod', event.object) : undefined;
      return pod === undefined ? [] : handOn(pod.id, pod.body);
    },
    sendLastLease: ({ context, event }) => {
      const controller = partOf(worldOf(event), 'node-lifecycle-controller');
      return send(controller, lastLease(context.id), `${nameIn(context.id)} renewed its lease, for the last time`);
    },
    postReady: ({ context, event }) => postReady(worldOf(event), context.id),
    listPods: ({ context, event }) => [...podsOnNode(worldOf(event), nameIn(context.id))].map(({ id, body }) => handOn(id, body)),
  },
}).createMachine({
  id: 'k8s-node',
  context: ({ input }) => ({ id: input.id }),
  initial: 'Connected',
  states: {
    Connected: {
      on: {
        'object.stored': [{ guard: 'bringsNetwork', actions: 'postReady' }, { actions: 'handOn' }],
        'connection.lost': { target: 'CutOff', actions: 'sendLastLease' },
      },
    },
    CutOff: {
      on: { 'connection.restored': { target: 'Connected', actions: ['postReady', 'listPods'] } },
    },
  },
});

/** The kubelet of a node: hands each pod to a worker of its own. While cut off it hears nothing and is not heard. */
export const kubelet: Behaviour = {
  machine,
  waits: (snapshot) => (snapshot.matches('CutOff') ? [{ code: 'connection' }] : []),
};
