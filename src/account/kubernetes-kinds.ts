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
  /** Whether it stands in no namespace. */
  readonly clusterWide: boolean;
  /** Its allow-list. */
  readonly schema: z.ZodMiniType<JsonObject>;
}

const row = (kind: Kind, schema: z.ZodMiniType<JsonObject>, clusterWide = false): KubernetesKind => ({ kind, schema, clusterWide });

/** The kinds that are read, by Kubernetes' own names. Secrets and ConfigMaps are not among them. */
export const kubernetesKinds: Readonly<Record<string, KubernetesKind>> = {
  Node: row('k8s-node', cluster.node, true),
  Namespace: row('k8s-namespace', cluster.namespace, true),
  Event: row('k8s-event', cluster.event),
  Pod: row('k8s-pod', pod),
  Service: row('k8s-service', network.service),
  ServiceAccount: row('k8s-service-account', access.serviceAccount),
  Deployment: row('k8s-deployment', workloads.deployment),
  ReplicaSet: row('k8s-replica-set', workloads.replicaSet),
  DaemonSet: row('k8s-daemon-set', workloads.daemonSet),
  Job: row('k8s-job', workloads.job),
  PodDisruptionBudget: row('k8s-pod-disruption-budget', workloads.podDisruptionBudget),
  HorizontalPodAutoscaler: row('k8s-horizontal-pod-autoscaler', workloads.horizontalPodAutoscaler),
  EndpointSlice: row('k8s-endpoint-slice', network.endpointSlice),
  Ingress: row('k8s-ingress', network.ingress),
  NetworkPolicy: row('k8s-network-policy', network.networkPolicy),
  Role: row('k8s-role', access.role),
  ClusterRole: row('k8s-cluster-role', access.clusterRole, true),
  RoleBinding: row('k8s-role-binding', access.binding),
  ClusterRoleBinding: row('k8s-cluster-role-binding', access.binding, true),
  SubjectAccessReview: row('k8s-subject-access-review', access.subjectAccessReview, true),
  VirtualService: row('istio-virtual-service', network.virtualService),
  DestinationRule: row('istio-destination-rule', network.destinationRule),
  PeerAuthentication: row('istio-peer-authentication', network.peerAuthentication),
};

/** Kubernetes' own API groups have plain names or end in .k8s.io; others may have kinds of the same names. */
const ownGroup = /^(?:[a-z]*|.+\.k8s\.io)$/;
const istioGroup = /\.istio\.io$/;

/** The kind of an object by what it says itself; undefined when it is not read. */
export function kubernetesKindOf(apiVersion: unknown, kind: unknown): KubernetesKind | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !Object.hasOwn(kubernetesKinds, kind)) return undefined;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const known = kubernetesKinds[kind];
  return (known?.kind.startsWith('istio-') === true ? istioGroup : ownGroup).test(group) ? known : undefined;
}
