import type { ApiObject } from '../../../model/api-object.ts';
import type { Id } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { nameIn, partOf } from '../identity.ts';
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
function watchersOf(world: World, object: ApiObject, deed: Deed): readonly Id[] {
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
      const pod = deed === 'bound' || deed === 'marked' ? typed('Pod', object) : undefined;
      const node = pod && nodeIdOf(world, pod.body);
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
  return watchersOf(world, object, deed).map((watcher) =>
    send(watcher, event, `${kind} ${nameIn(object.id)} ${words[deed]}`, timings.watch),
  );
}
