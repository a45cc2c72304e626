import type { World } from '../../engine/world.ts';
import type { Pod } from '../objects.ts';
import { conditionOf, isReady } from '../objects.ts';
import { find, nodeIdOf } from '../store.ts';

/** The label of the pods of the VPC CNI, the network plugin of EKS. */
const PLUGIN = 'aws-node';

/** What the kubelet says of a node whose network plugin does not run yet. */
export const noNetwork =
  'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized';

/** Whether this pod, now ready, is the network plugin that its node has waited for. */
export function bringsNetwork(world: World, pod: Pod): boolean {
  if (pod.metadata.labels?.['k8s-app'] !== PLUGIN || !isReady(pod)) return false;
  const node = nodeIdOf(world, pod);
  const conditions = node === undefined ? undefined : find(world, 'Node', node)?.body.status?.conditions;
  return conditionOf(conditions, 'Ready')?.status === 'False';
}
