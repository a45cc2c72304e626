import type { LevelId } from '../model/account-view.ts';
import type { ApiObject } from '../model/api-object.ts';
import { text } from '../model/ecs/read.ts';
import { nameOf as kubernetesName, siblingId } from '../model/eks/kubernetes-scope.ts';
import { listAt, textAt } from '../model/eks/read.ts';
import type { Id } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import { arnOf } from './arn.ts';
import type { Estate } from './gather.ts';
import { clusterOf, serviceOf } from './links.ts';

/** Chosen in place of a cluster, a service or a Deployment, for what belongs to none. */
export const none = 'none';

/** How one thing is chosen. */
export interface Level {
  readonly label: string;
  /** What `none` is called. */
  readonly without: string;
  /** The option that an object belongs to; undefined for what stands beside all of them. */
  readonly keyOf: (object: ApiObject, estate: Estate) => string | undefined;
  /** The kind of which each object is an option, even when nothing belongs to it. */
  readonly kind?: Kind;
}

/** The account and Region of an object, in one text; a Kubernetes object is where its cluster is, if that was read. */
export function placeOf(object: ApiObject, estate: Estate): string | undefined {
  const arn =
    arnOf(object.id) ??
    arnOf(text(object.body, 'nodegroupArn')) ??
    arnOf(text(object.body, 'accessEntryArn')) ??
    arnOf(clusterArn(object, estate));
  return arn && `${arn.account} ${arn.region}`;
}

/** The name of the EKS cluster that an object is or belongs to. */
export function eksClusterOf({ id, kind, body }: ApiObject): string | undefined {
  if (kind === 'eks-cluster') return text(body, 'name');
  return /^k8s:([^/]*)\//.exec(id)?.[1] ?? text(body, 'clusterName');
}

function clusterArn(object: ApiObject, estate: Estate): Id | undefined {
  const name = eksClusterOf(object);
  return name === undefined ? undefined : eksClusters(estate).get(name);
}

const clustersByName = new WeakMap<Estate, ReadonlyMap<string, Id>>();

/** The EKS clusters of an estate by name. */
function eksClusters(estate: Estate): ReadonlyMap<string, Id> {
  const known = clustersByName.get(estate);
  if (known !== undefined) return known;
  const found = new Map<string, Id>();
  for (const object of estate.values()) if (object.kind === 'eks-cluster') found.set(eksClusterOf(object) ?? object.id, object.id);
  clustersByName.set(estate, found);
  return found;
}

/** The Deployment of a pod, by way of its ReplicaSet. */
function deploymentOf(object: ApiObject, estate: Estate): string | undefined {
  if (object.kind === 'k8s-deployment') return object.id;
  const owner = ownerOf(object);
  if (object.kind === 'k8s-replica-set') return owner ?? none;
  if (object.kind !== 'k8s-pod') return undefined;
  const replicaSet = owner === undefined ? undefined : estate.get(owner);
  return (replicaSet && ownerOf(replicaSet)) ?? none;
}

function ownerOf(object: ApiObject): Id | undefined {
  const owner = listAt(object.body, 'metadata', 'ownerReferences')[0];
  const kind = textAt(owner, 'kind');
  const name = textAt(owner, 'name');
  const namespace = textAt(object.body, 'metadata', 'namespace') ?? '';
  return kind === undefined || name === undefined ? undefined : siblingId(object, kind, namespace, name);
}

/** The managed node group of a node, by its label, and of the pods that are on it. */
function nodegroupOf(object: ApiObject, estate: Estate): string | undefined {
  if (object.kind === 'eks-nodegroup') return object.id;
  if (object.kind === 'k8s-node') {
    const group = textAt(object.body, 'metadata', 'labels', 'eks.amazonaws.com/nodegroup');
    return group === undefined ? none : siblingId(object, 'Nodegroup', '', group);
  }
  const node = object.kind === 'k8s-pod' ? textAt(object.body, 'spec', 'nodeName') : undefined;
  const host = node === undefined ? undefined : estate.get(siblingId(object, 'Node', '', node));
  return host && nodegroupOf(host, estate);
}

function ecsServiceOf(object: ApiObject): string | undefined {
  if (object.kind === 'ecs-service') return object.id;
  return object.kind === 'ecs-task' ? (serviceOf(object) ?? none) : undefined;
}

/** Every level, by its id. */
export const levels: Readonly<Record<LevelId, Level>> = {
  region: { label: 'Region', without: 'no Region', keyOf: placeOf },
  'ecs-cluster': {
    label: 'Cluster',
    without: 'outside a known cluster',
    kind: 'ecs-cluster',
    keyOf: (object) => clusterOf(object) ?? none,
  },
  'ecs-service': { label: 'Service', without: 'tasks without a service', kind: 'ecs-service', keyOf: ecsServiceOf },
  'ecs-task': { label: 'Task', without: 'no task', kind: 'ecs-task', keyOf: ({ kind, id }) => (kind === 'ecs-task' ? id : undefined) },
  'eks-cluster': { label: 'Cluster', without: 'no cluster', keyOf: eksClusterOf },
  'eks-nodegroup': { label: 'Node group', without: 'nodes without a managed group', kind: 'eks-nodegroup', keyOf: nodegroupOf },
  'k8s-namespace': {
    label: 'Namespace',
    without: 'no namespace',
    keyOf: (object) => (object.kind === 'k8s-namespace' ? kubernetesName(object) : textAt(object.body, 'metadata', 'namespace')),
  },
  'k8s-deployment': { label: 'Deployment', without: 'pods without a Deployment', kind: 'k8s-deployment', keyOf: deploymentOf },
  'k8s-pod': { label: 'Pod', without: 'no pod', kind: 'k8s-pod', keyOf: ({ kind, id }) => (kind === 'k8s-pod' ? id : undefined) },
};
