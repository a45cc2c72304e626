import { amountOf, requestOf } from '../../simulation/eks/scheduler/amount.ts';
import type { Cluster } from '../../simulation/eks/scheduler/cluster.ts';
import { filters, usedBy } from '../../simulation/eks/scheduler/node-fit.ts';
import type { NamespaceLabels } from '../../simulation/eks/scheduler/pod-affinity.ts';
import { affinityOf } from '../../simulation/eks/scheduler/pod-affinity.ts';
import type { RequestOptions, ResourceList } from '../../simulation/eks/scheduler/pod-requests.ts';
import { podLimits, podRequests } from '../../simulation/eks/scheduler/pod-requests.ts';
import type { Rejection } from '../../simulation/eks/scheduler/rejection.ts';
import { insufficientResources, resourceRejection } from '../../simulation/eks/scheduler/resources-fit.ts';
import { spreadOf } from '../../simulation/eks/scheduler/topology-spread.ts';
import { formatQuantity } from '../../simulation/eks/quantity.ts';
import type { NodeRow, PodRow } from './k8s-objects.ts';
import { byName, nodeOf, podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface Given {
  readonly pod: PodRow;
  readonly node?: NodeRow;
  readonly nodes?: readonly NodeRow[];
  readonly existingPods?: readonly PodRow[];
  readonly namespaces?: readonly PodRow[];
  readonly ignoredResources?: readonly string[];
  readonly ignoredResourceGroups?: readonly string[];
  readonly options?: RequestOptions;
}

/** The status code that the scheduler's framework gives a rejection. */
export function statusCode(rejected: Rejection | undefined): string {
  if (rejected === undefined) return 'Success';
  return rejected.resolvable ? 'Unschedulable' : 'UnschedulableAndUnresolvable';
}

/** What filters said of a node, in the words of the tables. */
export const verdict = (rejected: Rejection | undefined): Readonly<Record<string, unknown>> => ({
  fits: rejected === undefined,
  statusCode: statusCode(rejected),
  reasons: rejected?.reasons ?? [],
});

/** The nodes of a row, each with the pods that name it. */
export function clusterOf({ nodes = [], existingPods = [] }: Pick<Given, 'nodes' | 'existingPods'>): Cluster {
  const pods = existingPods.map(podOf);
  return nodes.map(nodeOf).map((node) => ({ node, pods: pods.filter(({ spec }) => spec.nodeName === node.metadata.name) }));
}

/** The labels of the namespaces of a row. */
const labelsOf = (namespaces: readonly PodRow[] = []): NamespaceLabels =>
  Object.fromEntries(namespaces.map(({ metadata }) => [metadata?.name ?? '', metadata?.labels ?? {}]));

/** What our scheduler makes of a row of `scheduler-misc`: host ports, cordoned nodes and nodes by name. */
export const answerMisc: Answer = ({ kind, given: row }) => {
  const { pod, node = {}, existingPods = [] } = givenAs<Given>(row);
  const fit = { pod: podOf(pod), node: nodeOf(node), used: usedBy(existingPods.map(podOf)) };
  switch (kind) {
    case 'hostPorts':
      return verdict(filters.NodePorts(fit));
    case 'nodeUnschedulable':
      return verdict(filters.NodeUnschedulable(fit));
    case 'nodeName':
      return verdict(filters.NodeName(fit));
    default:
      throw new Error(`Rows of kind ${kind ?? ''} have no answer yet.`);
  }
};

const written = (list: ResourceList): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(list).map(([name, quantity]) => [name, formatQuantity(quantity)]));

/** What our scheduler makes of a row of `scheduler-resources`. */
export const answerResources: Answer = ({ kind, given: row, expect }) => {
  const { pod: podRow, node = {}, existingPods = [], options, ...given } = givenAs<Given>(row);
  const pod = podOf(podRow);
  if (kind === 'effectiveRequests')
    return { requests: written(podRequests(pod.spec, options)), limits: written(podLimits(pod.spec, options)) };
  const ignored = { resources: given.ignoredResources ?? [], groups: given.ignoredResourceGroups ?? [] };
  const allocatable = amountOf(nodeOf(node).status?.allocatable);
  const lacking = insufficientResources(requestOf(pod), allocatable, usedBy(existingPods.map(podOf)).requested, ignored);
  return {
    ...verdict(resourceRejection(lacking)),
    insufficientResources: lacking,
    // What older releases said, which the world does not imitate: there a request beyond the whole node was like any other.
    ...('statusCodeInOlderReleases' in expect ? { statusCodeInOlderReleases: 'Unschedulable' } : {}),
  };
};

/** What our scheduler makes of a row of `scheduler-topology-spread`. */
export const answerTopologySpread: Answer = ({ kind, given: row }) => {
  const given = givenAs<Given>(row);
  const cluster = clusterOf(given);
  const pod = podOf(given.pod);
  const spread = spreadOf(pod, cluster);
  if (kind === 'count') {
    const domains = spread.map(({ constraint, domains: counts }) => [constraint.topologyKey, counts] as const);
    return {
      matchingPodsPerDomain: Object.fromEntries(domains.map(([key, counts]) => [key, Object.fromEntries(counts)])),
      domains: Object.fromEntries(domains.map(([key, counts]) => [key, counts.size])),
    };
  }
  const nodes = cluster.map(({ node }) => node);
  return {
    perNode: byName(
      nodes,
      nodes.map((node) => verdict(filters.PodTopologySpread({ pod, node, used: usedBy([]), spread }))),
    ),
  };
};

/** What our scheduler makes of a row of `scheduler-pod-affinity`. */
export const answerPodAffinity: Answer = ({ given: row }) => {
  const given = givenAs<Given>(row);
  const cluster = clusterOf(given);
  const pod = podOf(given.pod);
  const affinity = affinityOf(pod, cluster, labelsOf(given.namespaces));
  const nodes = cluster.map(({ node }) => node);
  return {
    perNode: byName(
      nodes,
      nodes.map((node) => verdict(filters.InterPodAffinity({ pod, node, used: usedBy([]), affinity }))),
    ),
  };
};
