import type { ApiObject } from '../../model/api-object.ts';
import type { Id } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import type { KubeKind } from './identity.ts';
import { allOf, controllerId, idIn, kindsServed } from './identity.ts';
import type { StoredJob } from './job/job.ts';
import type { StoredBudget } from './disruption/eviction.ts';
import type { EndpointSlice, Service } from './endpoints/service.ts';
import type { DaemonSet, Deployment, KubeNode, Namespace, Pod, ReplicaSet, ServiceAccount } from './objects.ts';
import type { NetworkPolicy } from './network-policy/allows-flow.ts';
import type { Role, RoleBinding } from './rbac/rbac-objects.ts';

/** The body that each kind has. */
interface Bodies {
  readonly Deployment: Deployment;
  readonly ReplicaSet: ReplicaSet;
  readonly DaemonSet: DaemonSet;
  readonly Job: StoredJob;
  readonly PodDisruptionBudget: StoredBudget;
  readonly Pod: Pod;
  readonly Node: KubeNode;
  readonly Namespace: Namespace;
  readonly ServiceAccount: ServiceAccount;
  readonly Role: Role;
  readonly ClusterRole: Role;
  readonly RoleBinding: RoleBinding;
  readonly ClusterRoleBinding: RoleBinding;
  readonly NetworkPolicy: NetworkPolicy;
  readonly Service: Service;
  readonly EndpointSlice: EndpointSlice;
}

/** An object with the body of its kind. */
export interface Stored<K extends KubeKind> {
  readonly id: Id;
  readonly body: Bodies[K];
}

/**
 * An object as one of a kind; undefined when it is of another. The bodies of a world are written by the simulated
 * API server alone, which keeps each in the shape of its kind.
 */
export const typed = <K extends KubeKind>(kind: K, object: ApiObject | undefined): Stored<K> | undefined =>
  object?.kind === kindsServed[kind] ? (object as unknown as Stored<K>) : undefined;

function* typedAll<K extends KubeKind>(kind: K, objects: Iterable<ApiObject>): Generator<Stored<K>> {
  for (const object of objects) {
    const stored = typed(kind, object);
    if (stored !== undefined) yield stored;
  }
}

/** An object by its id, if it is of that kind. */
export const find = <K extends KubeKind>(world: World, kind: K, id: Id): Stored<K> | undefined => typed(kind, world.objects.get(id));

/** The objects that another one controls. */
export const controlledBy = <K extends 'ReplicaSet' | 'Pod'>(world: World, kind: K, owner: Id): Iterable<Stored<K>> =>
  typedAll(kind, ownedBy(world, owner));

/** All objects of a kind that nobody controls. */
export const every = <K extends Exclude<KubeKind, 'Pod' | 'ReplicaSet'>>(world: World, kind: K): Iterable<Stored<K>> =>
  typedAll(kind, ownedBy(world, allOf(kind)));

/** The id of the node that a pod is assigned to. */
export const nodeIdOf = (world: World, pod: Pod): Id | undefined =>
  pod.spec.nodeName === undefined ? undefined : idIn(world, 'Node', { name: pod.spec.nodeName });

/** The pods assigned to a node. Looks at every object: only for what happens seldom, such as a lost node. */
export function* podsOnNode(world: World, nodeName: string): Generator<Stored<'Pod'>> {
  for (const pod of typedAll('Pod', world.objects.values())) if (pod.body.spec.nodeName === nodeName) yield pod;
}

/** The id of the Deployment that a pod belongs to, by way of its ReplicaSet. */
export function deploymentIdOf(world: World, id: Id): Id | undefined {
  const pod = find(world, 'Pod', id);
  const owner = pod && controllerId(id, pod.body.metadata);
  const replicaSet = owner === undefined ? undefined : find(world, 'ReplicaSet', owner);
  return replicaSet && controllerId(replicaSet.id, replicaSet.body.metadata);
}
