import type { ApiObject } from '../../../model/api-object.ts';
import type { World } from '../../engine/world.ts';
import { hexId, isoTime } from '../../engine/world.ts';
import { kubeId } from '../identity.ts';
import { noNetwork } from '../kubelet/network-plugin.ts';
import { NOT_READY_TAINT } from '../node-lifecycle/taints.ts';
import type { KubeNode } from '../objects.ts';
import { withCondition } from '../objects.ts';
import type { ClusterPlan } from '../start.ts';
import { nodeName, nodeOf } from '../start.ts';
import type { Stored } from '../store.ts';
import { every } from '../store.ts';
import type { Instance } from './auto-scaling-group.ts';

/** The label with the launch template version that a node of a managed group was made from. */
export const TEMPLATE_VERSION = 'eks.amazonaws.com/sourceLaunchTemplateVersion';

/** The instance that a node runs on. */
export const instanceIdOf = ({ spec }: KubeNode): string => (spec.providerID ?? '').replace(/^.*\//, '');

/** The node of an instance; undefined when it has not registered, or is gone. */
export const nodeOfInstance = (world: World, instance: string): Stored<'Node'> | undefined =>
  [...every(world, 'Node')].find(({ body }) => instanceIdOf(body) === instance);

/** An address of the subnet of a zone that no node has. */
function addressIn(world: World, plan: ClusterPlan, { InstanceId, AvailabilityZone }: Instance): string {
  const subnet = AvailabilityZone.charCodeAt(AvailabilityZone.length - 1) - 'a'.charCodeAt(0) + 1;
  const first = Number.parseInt(hexId(world, `address ${InstanceId}`, 2), 16);
  const host = Array.from({ length: 200 }, (_, step) => 20 + ((first + step) % 200));
  const taken = (one: number): boolean => world.objects.has(kubeId(plan.name, 'Node', '', nodeName(plan, `10.0.${subnet}.${one}`)));
  return `10.0.${subnet}.${host.find((one) => !taken(one)) ?? first}`;
}

/** A node as its kubelet registers it: not ready, since its network plugin does not run yet, and tainted for that. */
export function newNode(world: World, plan: ClusterPlan, instance: Instance, managed: boolean): ApiObject & { readonly body: KubeNode } {
  const { InstanceId, AvailabilityZone, LaunchTemplate } = instance;
  const { id, body } = nodeOf(plan, addressIn(world, plan, instance), AvailabilityZone.slice(-1));
  const { 'eks.amazonaws.com/nodegroup': nodegroup, ...labels } = body.metadata.labels;
  const own = managed ? { 'eks.amazonaws.com/nodegroup': nodegroup, [TEMPLATE_VERSION]: LaunchTemplate.Version } : {};
  const notReady = { type: 'Ready', status: 'False', reason: 'KubeletNotReady', message: noNetwork };
  const conditions = body.status.conditions.map((one) => ({ ...one, lastTransitionTime: isoTime(world) }));
  return {
    id,
    kind: 'k8s-node',
    body: {
      ...body,
      metadata: { name: body.metadata.name, labels: { ...labels, ...own } },
      spec: { providerID: `aws:///${AvailabilityZone}/${InstanceId}`, taints: [{ key: NOT_READY_TAINT, effect: 'NoSchedule' }] },
      status: { ...body.status, conditions: withCondition(conditions, notReady, isoTime(world)) },
    },
  };
}
