import type * as z from 'zod/mini';
import type { JsonObject } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import * as access from './allow/kubernetes/access.ts';
import * as cluster from './allow/kubernetes/cluster.ts';
import * as network from './allow/kubernetes/network.ts';
import { pod } from './allow/kubernetes/pod.ts';
import * as workloads from './allow/kubernetes/workloads.ts';

/** One kind of object of a cluster that is read. */
export interface KubernetesKind {
  readonly kind: Kind;
  /** Its API groups; the core group is the empty name. Another group may have a kind of the same name. */
  readonly groups: readonly string[];
  /** Whether it stands in no namespace. */
  readonly clusterWide: boolean;
  /** Its allow-list. */
  readonly schema: z.ZodMiniType<JsonObject>;
}

const RBAC = 'rbac.authorization.k8s.io';

const row = (kind: Kind, groups: string, schema: z.ZodMiniType<JsonObject>, clusterWide = false): KubernetesKind => ({
  kind,
  groups: groups.split(' '),
  schema,
  clusterWide,
});

/** The kinds that are read, by Kubernetes' own names. Secrets and ConfigMaps are not among them. */
export const kubernetesKinds: Readonly<Record<string, KubernetesKind>> = {
  Node: row('k8s-node', '', cluster.node, true),
  Namespace: row('k8s-namespace', '', cluster.namespace, true),
  Event: row('k8s-event', ' events.k8s.io', cluster.event),
  Pod: row('k8s-pod', '', pod),
  Service: row('k8s-service', '', network.service),
  ServiceAccount: row('k8s-service-account', '', access.serviceAccount),
  Deployment: row('k8s-deployment', 'apps extensions', workloads.deployment),
  ReplicaSet: row('k8s-replica-set', 'apps extensions', workloads.replicaSet),
  DaemonSet: row('k8s-daemon-set', 'apps extensions', workloads.daemonSet),
  Job: row('k8s-job', 'batch', workloads.job),
  PodDisruptionBudget: row('k8s-pod-disruption-budget', 'policy', workloads.podDisruptionBudget),
  HorizontalPodAutoscaler: row('k8s-horizontal-pod-autoscaler', 'autoscaling', workloads.horizontalPodAutoscaler),
  EndpointSlice: row('k8s-endpoint-slice', 'discovery.k8s.io', network.endpointSlice),
  Ingress: row('k8s-ingress', 'networking.k8s.io extensions', network.ingress),
  NetworkPolicy: row('k8s-network-policy', 'networking.k8s.io extensions', network.networkPolicy),
  Role: row('k8s-role', RBAC, access.role),
  ClusterRole: row('k8s-cluster-role', RBAC, access.clusterRole, true),
  RoleBinding: row('k8s-role-binding', RBAC, access.binding),
  ClusterRoleBinding: row('k8s-cluster-role-binding', RBAC, access.binding, true),
  SubjectAccessReview: row('k8s-subject-access-review', 'authorization.k8s.io', access.subjectAccessReview, true),
  VirtualService: row('istio-virtual-service', 'networking.istio.io', network.virtualService),
  DestinationRule: row('istio-destination-rule', 'networking.istio.io', network.destinationRule),
  PeerAuthentication: row('istio-peer-authentication', 'security.istio.io', network.peerAuthentication),
};

/** The kind of an object by what it says itself; undefined when it is not read. */
export function kubernetesKindOf(apiVersion: unknown, kind: unknown): KubernetesKind | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !Object.hasOwn(kubernetesKinds, kind)) return undefined;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const known = kubernetesKinds[kind];
  return known?.groups.includes(group) === true ? known : undefined;
}
