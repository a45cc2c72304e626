import type { Id } from '../../../model/json.ts';
import type { Wait } from '../../../model/resource.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hexId } from '../../engine/world.ts';
import { controllerMachine } from '../controller.ts';
import { safeEncode } from '../deployment/template.ts';
import { controllerId, idIn, nameIn } from '../identity.ts';
import type { Pod, ReplicaSet, ReplicaSetStatus } from '../objects.ts';
import { ask, event } from '../requests.ts';
import { controlledBy, every, find, typed } from '../store.ts';
import { timings } from '../timings.ts';
import { getPodsToDelete } from './pods-to-delete.ts';
import { calculateStatus, isPodActive } from './status.ts';

/** The most pods that one look makes or deletes. */
const BURST = 500;
const SUFFIX_LENGTH = 5;

/** One look of the ReplicaSet controller: makes the pods that are missing or deletes those too many, and counts. */
function look(world: World, id: Id): readonly Effect[] {
  const replicaSet = find(world, 'ReplicaSet', id)?.body;
  if (replicaSet === undefined) return [];
  const status = calculateStatus(replicaSet, activePods(world, id), world.epoch + world.time);
  const missing = Math.min(replicaSet.spec.replicas - status.replicas, BURST);
  return [
    ...(missing > 0 ? makePods(world, id, replicaSet, missing) : []),
    ...(missing < 0 ? deletePods(world, id, replicaSet, Math.min(-missing, BURST)) : []),
    ...report(world, id, replicaSet, status),
  ];
}

function* activePods(world: World, replicaSet: Id): Generator<Pod> {
  for (const { body } of controlledBy(world, 'Pod', replicaSet)) if (isPodActive(body)) yield body;
}

function makePods(world: World, id: Id, replicaSet: ReplicaSet, count: number): readonly Effect[] {
  return Array.from({ length: count }, (_, index) => {
    const { name, namespace = 'default', uid = '' } = replicaSet.metadata;
    const { metadata, spec } = replicaSet.spec.template;
    const suffix = safeEncode(hexId(world, `${id} ${world.seq} ${index}`, SUFFIX_LENGTH));
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${name}-${suffix}`,
        generateName: `${name}-`,
        namespace,
        labels: metadata?.labels ?? {},
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name, uid, controller: true, blockOwnerDeletion: true }],
      },
      spec,
    } satisfies Pod;
    const object = { id: idIn(world, 'Pod', pod.metadata), kind: 'k8s-pod', body: pod } as const;
    return [
      ask(world, { type: 'object.create', object }, `create pod ${pod.metadata.name}`),
      event(id, 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`),
    ];
  }).flat();
}

function deletePods(world: World, id: Id, { metadata }: ReplicaSet, count: number): readonly Effect[] {
  const active = [...activePods(world, id)];
  const owner = metadata.ownerReferences?.[0]?.name;
  return getPodsToDelete(active, relatedPods(world, id, active), count, world.epoch + world.time).flatMap((pod) => {
    const { name } = pod.metadata;
    const text = `delete pod ${name}${owner === undefined ? '' : ` of ${owner}`}`;
    return [
      ask(world, { type: 'object.delete', id: idIn(world, 'Pod', pod.metadata) }, text),
      event(id, 'SuccessfulDelete', `Deleted pod: ${name}`),
    ];
  });
}

/** The active pods of all ReplicaSets of the same Deployment: they count for the crowding of nodes. */
function relatedPods(world: World, id: Id, own: readonly Pod[]): readonly Pod[] {
  const deployment = find(world, 'ReplicaSet', id);
  const owner = deployment && controllerId(id, deployment.body.metadata);
  if (owner === undefined) return own;
  return [...controlledBy(world, 'ReplicaSet', owner)].flatMap((one) => [...activePods(world, one.id)]);
}

function report(world: World, id: Id, replicaSet: ReplicaSet, status: ReplicaSetStatus): readonly Effect[] {
  if (JSON.stringify(status) === JSON.stringify(replicaSet.status)) return [];
  const text = `${nameIn(id)}: ${status.replicas} pods, ${status.readyReplicas ?? 0} ready`;
  return [ask(world, { type: 'object.patch', id, change: { status } }, text)];
}

function waits(world: World): readonly Wait[] {
  for (const deployment of every(world, 'Deployment')) {
    for (const { id, body } of controlledBy(world, 'ReplicaSet', deployment.id)) {
      const { replicas, readyReplicas = 0 } = body.status;
      if (replicas > readyReplicas)
        return [{ code: 'ready-pod', on: id, values: { replicaSet: nameIn(id), ready: readyReplicas, pods: replicas } }];
    }
  }
  return [{ code: 'change' }];
}

/** The ReplicaSet controller: keeps as many pods of one template as its ReplicaSet asks for. */
export const replicaSetController: Behaviour = {
  machine: controllerMachine({
    id: 'k8s-replica-set-controller',
    keyOf: ({ object }) => {
      const pod = typed('Pod', object);
      return pod === undefined ? object.id : controllerId(pod.id, pod.body.metadata);
    },
    look,
    effort: (world, id) => Math.floor((world.owned.get(id)?.size ?? 0) * timings.lookAtPod),
  }),
  waits: (_, world) => waits(world),
  looksAround: true,
};
