import type { Id } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import type { Metadata } from './objects.ts';

/** The kinds that the simulated API server serves, by their Kubernetes name. */
export const kindsServed = {
  Deployment: 'k8s-deployment',
  DaemonSet: 'k8s-daemon-set',
  Job: 'k8s-job',
  PodDisruptionBudget: 'k8s-pod-disruption-budget',
  ReplicaSet: 'k8s-replica-set',
  Pod: 'k8s-pod',
  Node: 'k8s-node',
  Namespace: 'k8s-namespace',
  ServiceAccount: 'k8s-service-account',
  Role: 'k8s-role',
  ClusterRole: 'k8s-cluster-role',
  RoleBinding: 'k8s-role-binding',
  ClusterRoleBinding: 'k8s-cluster-role-binding',
  NetworkPolicy: 'k8s-network-policy',
  Service: 'k8s-service',
  EndpointSlice: 'k8s-endpoint-slice',
} as const satisfies Readonly<Record<string, Kind>>;

/** The Kubernetes name of a kind served. */
export type KubeKind = keyof typeof kindsServed;

/** A part of the control plane that acts. */
export type ControlPlanePart =
  | 'kube-apiserver'
  | 'etcd'
  | 'kube-scheduler'
  | 'deployment-controller'
  | 'replicaset-controller'
  | 'daemonset-controller'
  | 'job-controller'
  | 'disruption-controller'
  | 'endpointslice-controller'
  | 'node-lifecycle-controller';

/** Under this owner all objects of a kind are found with `ownedBy`, when they have no other owner. */
export const allOf = (kind: KubeKind | 'Cluster' | AwsKind): Id => `all:${kind}`;

/** What AWS keeps for a cluster besides the cluster itself, by a word of ours. */
export type AwsKind = 'PodIdentityAssociation' | 'AutoScalingGroup' | 'AccessEntry' | 'ApiServerInstance' | 'EtcdMember';

/** The ARN of the one EKS cluster of a world. Throws when there is none. */
export function clusterArn(world: World): Id {
  for (const cluster of ownedBy(world, allOf('Cluster'))) return cluster.id;
  throw new Error('This world has no EKS cluster; put an object of kind eks-cluster into its start.');
}

/** The id of a part of the control plane, which is at the same time its actor. */
export const partOf = (world: World, part: ControlPlanePart): Id => `${clusterArn(world)}#${part}`;

/** The id of a Kubernetes object; nodes have no namespace. */
export const kubeId = (cluster: string, kind: string, namespace: string, name: string): Id => `k8s:${cluster}/${kind}/${namespace}/${name}`;

const clusterName = (world: World): string => clusterArn(world).replace(/^.*\//, '');

/** The id of an object in a world, by its kind and metadata. */
export const idIn = (world: World, kind: KubeKind, { namespace = '', name }: Pick<Metadata, 'namespace' | 'name'>): Id =>
  kubeId(clusterName(world), kind, namespace, name);

/** The id of the object that `ownerReferences` names as the controller of the object with `id`. */
export function controllerId(id: Id, metadata: Metadata): Id | undefined {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  const [cluster] = id.split('/');
  return owner && `${cluster}/${owner.kind}/${metadata.namespace ?? ''}/${owner.name}`;
}

/** The id of the managed node group that a node is of, by its label. */
export function nodegroupIdOf(id: Id, { labels }: Metadata): Id | undefined {
  const name = labels?.['eks.amazonaws.com/nodegroup'];
  return name === undefined ? undefined : `${id.slice(0, id.indexOf('/'))}/Nodegroup//${name}`;
}

/** The name at the end of an id. */
export const nameIn = (id: Id): string => id.slice(id.lastIndexOf('/') + 1);
