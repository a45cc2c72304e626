import type { ContainerPort, KubeNode, Pod } from '../objects.ts';
import type { Amount } from './amount.ts';
import { amountOf, none, plus, requestOf } from './amount.ts';
import type { Cluster, Occupied } from './cluster.ts';
import { hostPorts, portsClash } from './host-ports.ts';
import { affinityRejection } from './node-affinity.ts';
import type { AffinityState } from './pod-affinity.ts';
import { affinityOf, podAffinityRejection } from './pod-affinity.ts';
import type { Rejection } from './rejection.ts';
import { unresolvable, unschedulable } from './rejection.ts';
import { insufficientResources, resourceRejection } from './resources-fit.ts';
import { isTolerated, untoleratedTaint } from './tolerations.ts';
import { spreadOf, spreadRejection } from './topology-spread.ts';

/** What is used of a node already. */
export interface Used {
  readonly requested: Amount;
  readonly ports: readonly ContainerPort[];
}

/** What a filter looks at. */
export interface Fit {
  readonly pod: Pod;
  readonly node: KubeNode;
  readonly used: Used;
  /** What was counted over all nodes, for a pod whose rules look further than the node. */
  readonly spread?: ReturnType<typeof spreadOf>;
  readonly affinity?: AffinityState;
}

/** A plugin of the scheduler that rejects nodes. */
type Filter = (fit: Fit) => Rejection | undefined;

const unschedulableTaint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** The plugins that look at volumes have their place in the order; no pod here has a volume that they could mind. */
const noVolumes: Filter = () => undefined;

/** The filters, by the names of their plugins, in the order in which they are asked. */
export const filters = {
  NodeUnschedulable: ({ pod, node }) =>
    node.spec.unschedulable === true && !isTolerated(unschedulableTaint, pod.spec.tolerations ?? [])
      ? unresolvable('node(s) were unschedulable')
      : undefined,
  NodeName: ({ pod, node }) =>
    pod.spec.nodeName === undefined || pod.spec.nodeName === '' || pod.spec.nodeName === node.metadata.name
      ? undefined
      : unresolvable("node(s) didn't match the requested node name"),
  TaintToleration: ({ pod, node }) =>
    untoleratedTaint(node.spec.taints, pod.spec.tolerations) === undefined ? undefined : unresolvable('node(s) had untolerated taint(s)'),
  NodeAffinity: ({ pod, node }) => affinityRejection(pod.spec, node),
  NodePorts: ({ pod, used }) =>
    portsClash(hostPorts(pod.spec), used.ports) ? unschedulable("node(s) didn't have free ports for the requested pod ports") : undefined,
  NodeResourcesFit: ({ pod, node, used }) =>
    resourceRejection(insufficientResources(requestOf(pod), amountOf(node.status?.allocatable), used.requested)),
  VolumeRestrictions: noVolumes,
  NodeVolumeLimits: noVolumes,
  VolumeBinding: noVolumes,
  VolumeZone: noVolumes,
  PodTopologySpread: ({ node, spread = [] }) => spreadRejection(spread, node),
  InterPodAffinity: ({ node, affinity }) => (affinity === undefined ? undefined : podAffinityRejection(affinity, node)),
} as const satisfies Readonly<Record<string, Filter>>;

const inOrder = Object.values<Filter>(filters);

/** Why a node cannot take a pod. Only the first filter that rejects it is heard. */
export function rejection(fit: Fit): Rejection | undefined {
  for (const filter of inOrder) {
    const rejected = filter(fit);
    if (rejected !== undefined) return rejected;
  }
  return undefined;
}

/** What pods use of a node together. */
export const usedBy = (pods: readonly Pod[]): Used => ({
  requested: pods.map(requestOf).reduce(plus, none),
  ports: pods.flatMap(({ spec }) => hostPorts(spec)),
});

/** Why a node cannot take a pod, reckoned from the pods on it and on all other nodes. */
export const rejectionAmong = (pod: Pod, { node, pods }: Occupied, cluster: Cluster): Rejection | undefined =>
  rejection({ pod, node, used: usedBy(pods), spread: spreadOf(pod, cluster), affinity: affinityOf(pod, cluster) });
