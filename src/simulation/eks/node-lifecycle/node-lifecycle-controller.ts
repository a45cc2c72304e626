import { setup } from 'xstate';
import type { Id } from '../../../model/json.ts';
import type { Wait } from '../../../model/resource.ts';
import type { Arriving, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { cancel, remind } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { nameIn } from '../identity.ts';
import { isCutOff } from '../kubelet/report.ts';
import type { Pod, Taint } from '../objects.ts';
import { conditionOf, withCondition } from '../objects.ts';
import type { WatchEvent } from '../requests.ts';
import { ask, event as kubeEvent } from '../requests.ts';
import { every, find, podsOnNode } from '../store.ts';
import type { NodeLifecycleEvent } from './events.ts';
import { EVICTION, evictionWords, GRACE_PERIOD, TOLERATION } from './events.ts';
import { isAboutReady, minTolerationTime, UNREACHABLE, unknownConditions, withoutUnreachable, withUnreachable } from './taints.ts';

/** Marks a node that has been silent too long, marks its pods as not ready, and sets the time at which each has to go. */
function markUnreachable(world: World, id: Id): readonly Effect[] {
  const node = find(world, 'Node', id)?.body;
  if (node === undefined) return [];
  const now = isoTime(world);
  const { name } = node.metadata;
  const taints = withUnreachable(node, now);
  const change = { spec: { taints }, status: { conditions: unknownConditions(node.status?.conditions, now) } };
  return [
    ask(world, { type: 'object.patch', id, change }, `node ${name} does not answer: Ready is Unknown`),
    kubeEvent(id, 'NodeNotReady', `Node ${name} status is now: NodeNotReady`),
    ...[...podsOnNode(world, name)].flatMap((pod) => [...markNotReady(world, pod.id, pod.body), ...evictLater(pod.id, pod.body, taints)]),
  ];
}

function markNotReady(world: World, id: Id, { metadata, status }: Pod): readonly Effect[] {
  if (conditionOf(status?.conditions, 'Ready')?.status !== 'True') return [];
  const conditions = withCondition(status?.conditions, { type: 'Ready', status: 'False' }, isoTime(world));
  return [
    ask(world, { type: 'object.patch', id, change: { status: { conditions } } }, `pod ${metadata.name} is on a lost node: not ready`),
    kubeEvent(id, 'NodeNotReady', 'Node is not ready'),
  ];
}

function evictLater(id: Id, pod: Pod, taints: readonly Taint[]): readonly Effect[] {
  const seconds = minTolerationTime(pod, taints);
  if (seconds === undefined || pod.metadata.deletionTimestamp !== undefined) return [];
  return [remind({ type: 'toleration.ended', pod: id } satisfies NodeLifecycleEvent, seconds * 1000, id)];
}

function evict(world: World, id: Id): readonly Effect[] {
  const pod = find(world, 'Pod', id)?.body;
  if (pod === undefined || pod.metadata.deletionTimestamp !== undefined) return [];
  return [
    ask(world, { type: 'object.delete', id }, `evict pod ${pod.metadata.name}: its toleration has ended`),
    kubeEvent(id, EVICTION, evictionWords.marked(pod.metadata)),
  ];
}

/** Takes the taints from a node that is ready again; pods that were to go may stay. */
function welcome(world: World, id: Id): readonly Effect[] {
  const node = find(world, 'Node', id)?.body;
  const isTainted = node?.spec.taints?.some(isAboutReady) ?? false;
  if (node === undefined || !isTainted || conditionOf(node.status?.conditions, 'Ready')?.status !== 'True') return [];
  const { name } = node.metadata;
  const wasUnreachable = node.spec.taints?.some(isEvicting) ?? false;
  const change = { spec: { taints: withoutUnreachable(node.spec.taints) } };
  return [
    ask(world, { type: 'object.patch', id, change }, `node ${name} is ready: no taint`),
    ...[...podsOnNode(world, name)]
      .filter(({ body }) => wasUnreachable && body.metadata.deletionTimestamp === undefined)
      .flatMap((pod) => spare(pod.id, pod.body)),
  ];
}

const spare = (id: Id, { metadata }: Pod): readonly Effect[] => [cancel(id), kubeEvent(id, EVICTION, evictionWords.cancelled(metadata))];

function waits(world: World): readonly Wait[] {
  const lost = [...every(world, 'Node')].flatMap(({ id, body }) => {
    const since = body.spec.taints?.find(isEvicting)?.timeAdded;
    if (since === undefined) return [];
    return [{ code: 'toleration', on: id, until: Date.parse(since) + TOLERATION - world.epoch, values: { node: nameIn(id) } }];
  });
  return lost.length > 0 ? lost : [{ code: 'change' }];
}

const isEvicting = ({ key, effect }: Taint): boolean => key === UNREACHABLE && effect === 'NoExecute';

const machine = setup({
  types: { events: {} as Arriving<WatchEvent | NodeLifecycleEvent> },
  guards: {
    isSilent: ({ event }) => event.type === 'grace.ended' && isCutOff(worldOf(event), event.node),
  },
  actions: {
    waitForLease: ({ event }) =>
      event.type === 'lease.renewed'
        ? remind({ type: 'grace.ended', node: event.node } satisfies NodeLifecycleEvent, GRACE_PERIOD, event.node)
        : [],
    markUnreachable: ({ event }) => (event.type === 'grace.ended' ? markUnreachable(worldOf(event), event.node) : []),
    evict: ({ event }) => (event.type === 'toleration.ended' ? evict(worldOf(event), event.pod) : []),
    welcome: ({ event }) => (event.type === 'object.stored' ? welcome(worldOf(event), event.object.id) : []),
  },
}).createMachine({
  id: 'k8s-node-lifecycle-controller',
  initial: 'Watching',
  states: {
    Watching: {
      on: {
        'lease.renewed': { actions: 'waitForLease' },
        'grace.ended': { guard: 'isSilent', actions: 'markUnreachable' },
        'toleration.ended': { actions: 'evict' },
        'object.stored': { actions: 'welcome' },
      },
    },
  },
});

/** The node lifecycle controller: finds nodes that fell silent, taints them, and evicts their pods when their tolerations end. */
export const nodeLifecycleController: Behaviour = { machine, waits: (_, world) => waits(world), looksAround: true };
