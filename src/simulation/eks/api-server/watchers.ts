import type { ApiObject } from '../../../model/api-object.ts';
import type { Id } from '../../../model/json.ts';
import type { Kind } from '../../../model/kind.ts';
import type { Effect } from '../../engine/effect.ts';
import { send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import type { ControlPlanePart } from '../identity.ts';
import { controllerId, nameIn, nodegroupIdOf, partOf } from '../identity.ts';
import { bringsNetwork } from '../kubelet/network-plugin.ts';
import type { WatchEvent } from '../requests.ts';
import { nodeIdOf, typed } from '../store.ts';
import { timings } from '../timings.ts';

/** What has just been done to an object. */
export type Deed = 'created' | 'changed' | 'bound' | 'marked' | 'removed';

const words: Readonly<Record<Deed, string>> = {
  created: 'is new',
  changed: 'has changed',
  bound: 'is assigned to a node',
  marked: 'is to be deleted',
  removed: 'is gone',
};

/**
 * Who hears of a change. A watch brings every change of a kind to everybody who watches it; told here is only he who
 * does something about it: the kubelet of the pod's own node, the scheduler while the pod has no node or frees one.
 */
const watchersOf = (world: World, object: ApiObject, deed: Deed): readonly Id[] => [
  ...tellAlways(world, object, deed),
  ...tellIfThere(world, object),
];

/** Controllers that only some worlds have, kube-proxy for its Services, and EKS itself, which looks at the nodes of its groups. */
function tellIfThere(world: World, object: ApiObject): readonly Id[] {
  const parts: readonly ControlPlanePart[] = optional[object.kind] ?? [];
  const node = typed('Node', object);
  const nodegroup = node && nodegroupIdOf(node.id, node.body.metadata);
  const slice = typed('EndpointSlice', object);
  const service = slice && controllerId(slice.id, slice.body.metadata);
  return [...parts.map((part) => partOf(world, part)), nodegroup ?? [], service ?? []].flat().filter((id) => world.actors.has(id));
}

const optional: Readonly<Partial<Record<Kind, readonly ControlPlanePart[]>>> = {
  'k8s-daemon-set': ['daemonset-controller'],
  'k8s-job': ['job-controller'],
  'k8s-pod-disruption-budget': ['disruption-controller'],
  'k8s-node': ['daemonset-controller'],
  'k8s-pod': ['daemonset-controller', 'job-controller', 'disruption-controller', 'endpointslice-controller'],
  'k8s-service': ['endpointslice-controller'],
};

function tellAlways(world: World, object: ApiObject, deed: Deed): readonly Id[] {
  switch (object.kind) {
    case 'k8s-deployment':
      return [partOf(world, 'deployment-controller')];
    case 'k8s-replica-set':
      return [partOf(world, 'deployment-controller'), partOf(world, 'replicaset-controller')];
    case 'k8s-node':
      return [partOf(world, 'kube-scheduler'), partOf(world, 'node-lifecycle-controller')];
    case 'k8s-pod': {
      const watchers: Id[] = [partOf(world, 'replicaset-controller')];
      if (deed === 'created' || deed === 'removed') watchers.push(partOf(world, 'kube-scheduler'));
      const pod = typed('Pod', object);
      const isForNode = deed === 'bound' || deed === 'marked' || (pod !== undefined && bringsNetwork(world, pod.body));
      const node = pod && isForNode ? nodeIdOf(world, pod.body) : undefined;
      if (node !== undefined) watchers.push(node);
      return watchers;
    }
    default:
      return [];
  }
}

/** Tells the watchers of an object what was done to it. */
export function tellWatchers(world: World, object: ApiObject, deed: Deed): readonly Effect[] {
  const event: WatchEvent = { type: deed === 'removed' ? 'object.removed' : 'object.stored', object };
  const kind = object.kind.replace('k8s-', '').replace('-', ' ');
  return [
    ...watchersOf(world, object, deed).map((watcher) => send(watcher, event, `${kind} ${nameIn(object.id)} ${words[deed]}`, timings.watch)),
    ...(deed === 'changed' && hasJustEnded(world, object) ? [endTold(world, object)] : []),
  ];
}

const isOver = (object: ApiObject | undefined): boolean => /^(?:Succeeded|Failed)$/.test(typed('Pod', object)?.body.status?.phase ?? '');

const hasJustEnded = (world: World, object: ApiObject): boolean => isOver(object) && !isOver(world.objects.get(object.id));

/** The scheduler watches pods with `status.phase!=Succeeded,status.phase!=Failed`: to it a pod that has ended is gone. */
const endTold = (world: World, object: ApiObject): Effect =>
  send(
    partOf(world, 'kube-scheduler'),
    { type: 'object.removed', object } satisfies WatchEvent,
    `pod ${nameIn(object.id)} has ended`,
    timings.watch,
  );
