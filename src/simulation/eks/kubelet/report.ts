import type { Id } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hasFault, hexId, isoTime } from '../../engine/world.ts';
import type { ContainerStatus, Pod } from '../objects.ts';
import { ask, event } from '../requests.ts';
import { find, nodeIdOf } from '../store.ts';
import { podConditions } from './conditions.ts';
import { getPhase } from './phase.ts';

/** The fault of a node that nobody hears from any more. */
export const NODE_LOST = 'node-lost';

/** The fault of a zone that is lost with all that runs in it. */
export const ZONE_LOST = 'zone-lost';

/** The fault of a node whose EC2 instance fails its status check. */
export const INSTANCE_FAILED = 'instance-failed';

/** Whether nobody hears from a node: it is gone, or a fault of its own or of its zone keeps it silent. */
export const isCutOff = (world: World, node: Id): boolean =>
  !world.objects.has(node) ||
  (world.faults.size > 0 &&
    (hasFault(world, NODE_LOST, node) ||
      hasFault(world, INSTANCE_FAILED, node) ||
      hasFault(world, ZONE_LOST, find(world, 'Node', node)?.body.metadata.labels?.['topology.kubernetes.io/zone'] ?? '')));

/** What a pod's node tells the API server; nothing while the node is cut off. */
export function fromNode(world: World, id: Id, effects: (pod: Pod) => readonly Effect[]): readonly Effect[] {
  const pod = find(world, 'Pod', id)?.body;
  const node = pod && nodeIdOf(world, pod);
  if (pod === undefined || node === undefined || isCutOff(world, node)) return [];
  return effects(pod);
}

/** Posts the status of a pod: the container as it stands, and the phase and conditions that follow from it. */
export const postStatus = (world: World, id: Id, container: ContainerStatus): readonly Effect[] =>
  fromNode(world, id, (pod) => {
    const statuses = [container];
    const phase = getPhase({ ...pod, status: { containerStatuses: statuses } }, false);
    const hasSandbox = Object.keys(container.state ?? {}).length > 0 && container.state?.waiting?.reason !== 'ContainerCreating';
    const status = {
      phase,
      conditions: podConditions(pod, statuses, phase, hasSandbox, isoTime(world)),
      containerStatuses: statuses,
      startTime: pod.status?.startTime ?? isoTime(world),
      ...(hasSandbox ? { podIP: pod.status?.podIP ?? ipOf(world, id) } : {}),
    };
    return [ask(world, { type: 'object.patch', id, change: { status } }, `pod ${pod.metadata.name}: ${wordFor(container)}`)];
  });

/** The address of a pod. */
export const ipOf = (world: World, id: Id): string =>
  `10.0.${Number.parseInt(hexId(world, `ip ${id}`, 2), 16) % 96}.${Number.parseInt(hexId(world, `host ${id}`, 2), 16)}`;

/** How a container is, in a word or two. */
export const wordFor = ({ state, ready }: ContainerStatus): string =>
  state?.waiting?.reason ?? state?.terminated?.reason ?? (ready === true ? 'Running, ready' : 'Running, not ready');

/** Tells the API server that nothing is left of a pod. */
export const confirmDeletion = (world: World, id: Id): readonly Effect[] =>
  fromNode(world, id, ({ metadata }) => [
    ask(world, { type: 'object.delete', id, graceSeconds: 0 }, `pod ${metadata.name} has stopped: delete it`),
  ]);

/** An Event of the kubelet about a pod. */
export const podEvent = (world: World, id: Id, reason: string, message: string): readonly Effect[] =>
  fromNode(world, id, () => [event(id, reason, message)]);
