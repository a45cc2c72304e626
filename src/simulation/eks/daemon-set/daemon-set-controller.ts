import type { Id } from '../../../model/json.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hexId } from '../../engine/world.ts';
import { controllerMachine } from '../controller.ts';
import { safeEncode, templateHash } from '../deployment/template.ts';
import { allOf, idIn, nameIn } from '../identity.ts';
import type { DaemonSet, Pod } from '../objects.ts';
import { isReady } from '../objects.ts';
import { ask, event } from '../requests.ts';
import { untoleratedTaint } from '../scheduler/tolerations.ts';
import type { Stored } from '../store.ts';
import { controlledBy, every } from '../store.ts';
import { namedNode, onNode, tolerationsOf } from './daemon-pod.ts';
import { daemonPass } from './rolling-update.ts';

const HASH = 'controller-revision-hash';
/** The default of a DaemonSet: one pod may be missing during an update. */
const limits = { maxUnavailable: 1, maxSurge: 0 };

/** The nodes on which a DaemonSet wants a pod: those whose taints its pods tolerate. A cordon does not count. */
const nodesFor = (world: World, { spec }: DaemonSet): readonly string[] =>
  [...every(world, 'Node')]
    .filter(({ body }) => untoleratedTaint(body.spec.taints, tolerationsOf(spec.template.spec)) === undefined)
    .map(({ body }) => body.metadata.name);

function makePod(world: World, { id, body }: Stored<'DaemonSet'>, hash: string, node: string): readonly Effect[] {
  const { name, namespace = 'default', uid = '' } = body.metadata;
  const { metadata, spec } = body.spec.template;
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-${safeEncode(hexId(world, `${id} ${node} ${world.seq}`, 5))}`,
      generateName: `${name}-`,
      namespace,
      labels: { ...metadata?.labels, [HASH]: hash },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name, uid, controller: true, blockOwnerDeletion: true }],
    },
    spec: onNode(spec, node),
  } satisfies Pod;
  const object = { id: idIn(world, 'Pod', pod.metadata), kind: 'k8s-pod', body: pod } as const;
  return [
    ask(world, { type: 'object.create', object }, `create pod ${pod.metadata.name}`),
    event(id, 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`),
  ];
}

function deletePod(world: World, daemonSet: Id, pod: Stored<'Pod'>): readonly Effect[] {
  const name = nameIn(pod.id);
  return [
    ask(world, { type: 'object.delete', id: pod.id }, `delete pod ${name}`),
    event(daemonSet, 'SuccessfulDelete', `Deleted pod: ${name}`),
  ];
}

function look(world: World, daemonSet: Stored<'DaemonSet'>): readonly Effect[] {
  const { id, body } = daemonSet;
  const hash = templateHash(body.spec.template);
  const nodes = nodesFor(world, body);
  const stored = [...controlledBy(world, 'Pod', id)];
  const pods = stored.map((pod) => ({
    pod,
    node: namedNode(pod.body.spec) ?? '',
    isCurrent: pod.body.metadata.labels?.[HASH] === hash,
    isAvailable: pod.body.metadata.deletionTimestamp === undefined && isReady(pod.body),
  }));
  const { deletes, creates } = daemonPass(nodes, pods, limits);
  const leaving = pods.filter((one) => deletes.includes(one) && one.pod.body.metadata.deletionTimestamp === undefined);
  return [
    ...creates.flatMap((node) => makePod(world, daemonSet, hash, node)),
    ...leaving.flatMap(({ pod }) => deletePod(world, id, pod)),
    ...writeStatus(world, daemonSet, nodes, pods),
  ];
}

function writeStatus(
  world: World,
  { id, body }: Stored<'DaemonSet'>,
  nodes: readonly string[],
  pods: readonly { readonly node: string; readonly isCurrent: boolean; readonly isAvailable: boolean }[],
): readonly Effect[] {
  const placed = pods.filter(({ node }) => nodes.includes(node));
  const ready = placed.filter(({ isAvailable }) => isAvailable).length;
  const status = {
    currentNumberScheduled: placed.length,
    desiredNumberScheduled: nodes.length,
    numberMisscheduled: pods.length - placed.length,
    numberReady: ready,
    numberAvailable: ready,
    updatedNumberScheduled: placed.filter(({ isCurrent }) => isCurrent).length,
    observedGeneration: body.metadata.generation ?? 1,
  };
  if (JSON.stringify(status) === JSON.stringify(body.status)) return [];
  const text = `${nameIn(id)}: ${ready} of ${nodes.length} nodes have a ready pod`;
  return [ask(world, { type: 'object.patch', id, change: { status } }, text)];
}

const KEY = allOf('DaemonSet');

/** The DaemonSet controller: keeps one pod on every node. */
export const daemonSetController: Behaviour = {
  machine: controllerMachine({
    id: 'k8s-daemon-set-controller',
    keyOf: () => KEY, // a new node concerns every DaemonSet
    look: (world) => [...every(world, 'DaemonSet')].flatMap((one) => look(world, one)),
  }),
};
