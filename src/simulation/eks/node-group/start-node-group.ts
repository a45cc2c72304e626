import type { ApiObject } from '../../../model/api-object.ts';
import type { Effect } from '../../engine/effect.ts';
import { begin, put } from '../../engine/effect.ts';
import type { DaemonSet } from '../objects.ts';
import type { StoredBudget } from '../disruption/eviction.ts';
import type { ApiRequest } from '../requests.ts';
import type { ClusterPlan } from '../start.ts';
import { arnOf, idOf, nodegroupObject, nodeOf, startCluster } from '../start.ts';
import type { GroupPlan } from './auto-scaling.ts';
import type { AutoScalingGroup, Instance } from './auto-scaling-group.ts';
import { instanceIdOf, TEMPLATE_VERSION } from './new-node.ts';

/** The ARN of an Auto Scaling group. */
export const groupArn = ({ region, account }: ClusterPlan, name: string): string =>
  `arn:aws:autoscaling:${region}:${account}:autoScalingGroup:6c1f0b52-8d4e-4a57-9a0d-2f6f3b1c7e90:autoScalingGroupName/${name}`;

/** The name of the Auto Scaling group that EKS makes for the plan's node group. */
export const groupNameOf = ({ nodegroup }: ClusterPlan): string => `eks-${nodegroup}`;

/** The id of the plan's node group. */
export const nodegroupId = (plan: ClusterPlan): string => idOf(plan, 'Nodegroup', plan.nodegroup, '');

/** An Auto Scaling group with its actor, and its nodes, all ready. */
function startGroup(plan: ClusterPlan, name: string, most: number, managed: boolean): readonly Effect[] {
  const nodes = plan.nodes.map(({ address, zone }) => {
    const node = nodeOf(plan, address, zone);
    const { 'eks.amazonaws.com/nodegroup': nodegroup, ...labels } = node.body.metadata.labels;
    const own = managed ? { 'eks.amazonaws.com/nodegroup': nodegroup, [TEMPLATE_VERSION]: '1' } : {};
    return { ...node, body: { ...node.body, metadata: { ...node.body.metadata, labels: { ...labels, ...own } } } };
  });
  const id = groupArn(plan, name);
  const LaunchTemplate = { LaunchTemplateName: name, Version: '1' };
  const instances = nodes.map(({ body }): Instance => ({
    InstanceId: instanceIdOf(body),
    AvailabilityZone: body.metadata.labels['topology.kubernetes.io/zone'],
    LifecycleState: 'InService',
    HealthStatus: 'Healthy',
    LaunchTemplate,
  }));
  const body: AutoScalingGroup = {
    AutoScalingGroupName: name,
    AutoScalingGroupARN: id,
    MinSize: 1,
    MaxSize: most,
    DesiredCapacity: nodes.length,
    AvailabilityZones: ['a', 'b', 'c'].map((zone) => `${plan.region}${zone}`),
    LaunchTemplate,
    Instances: instances,
    CreatedTime: plan.createdAt,
  };
  const group: GroupPlan = managed ? { plan, nodegroup: nodegroupId(plan) } : { plan };
  return [
    ...nodes.flatMap((node) => [put(node), begin(node.id, 'k8s-node')]),
    put({ id, kind: 'autoscaling-group', body }),
    begin(id, 'autoscaling-group', group),
  ];
}

/** A cluster whose managed node group lives, with further nodes that somebody manages himself. */
export function startNodeGroup(plan: ClusterPlan, ownNodes: ClusterPlan['nodes'], most: number): readonly Effect[] {
  const arn = arnOf(plan);
  const name = groupNameOf(plan);
  const nodegroup = nodegroupObject(plan);
  const body = {
    ...nodegroup.body,
    scalingConfig: { minSize: 1, maxSize: most, desiredSize: plan.nodes.length },
    updateConfig: { maxUnavailable: 1, updateStrategy: 'DEFAULT' },
    resources: { autoScalingGroups: [{ name }] },
  };
  const zones = ['a', 'b', 'c'].map((letter) => `${plan.region}${letter}`);
  return [
    ...startCluster({ ...plan, nodes: [] }),
    ...zones.map((ZoneName) =>
      put({ id: ZoneName, kind: 'ec2-availability-zone', body: { ZoneName, RegionName: plan.region, State: 'available' } }),
    ),
    put({ ...nodegroup, body }),
    begin(nodegroup.id, 'eks-nodegroup', { autoScaling: groupArn(plan, name) }),
    ...startGroup(plan, name, most, true),
    ...startGroup({ ...plan, nodes: ownNodes }, 'own-nodes', ownNodes.length, false),
    begin(arn, 'eks-cluster'),
    ...zones.slice(0, 2).flatMap((zone, index) => apiServer(plan, zone, index + 1)),
    begin(`${arn}#daemonset-controller`, 'k8s-daemon-set-controller'),
    begin(`${arn}#disruption-controller`, 'k8s-disruption-controller'),
  ];
}

function apiServer(plan: ClusterPlan, zone: string, number: number): readonly Effect[] {
  const name = `kube-apiserver-${number}`;
  const id = `${arnOf(plan)}/${name}`;
  const object: ApiObject = { id, kind: 'k8s-api-server-instance', body: { name, zone, version: plan.version, state: 'Serving' } };
  return [put(object), begin(id, 'k8s-api-server-instance')];
}

/** The request that makes a DaemonSet. */
export const daemonSetCreated = (plan: ClusterPlan, body: DaemonSet): ApiRequest => ({
  type: 'object.create',
  object: { id: idOf(plan, 'DaemonSet', body.metadata.name, body.metadata.namespace), kind: 'k8s-daemon-set', body },
});

/** The request that makes a PodDisruptionBudget. */
export const budgetCreated = (plan: ClusterPlan, body: StoredBudget): ApiRequest => ({
  type: 'object.create',
  object: {
    id: idOf(plan, 'PodDisruptionBudget', body.metadata.name, body.metadata.namespace),
    kind: 'k8s-pod-disruption-budget',
    body: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', ...body },
  },
});
