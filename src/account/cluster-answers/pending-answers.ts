import type { ApiObject } from '../../model/api-object.ts';
import { conditionIn, textAt } from '../../model/eks/read.ts';
import type { Pod } from '../../simulation/eks/objects.ts';
import type { Cluster } from '../../simulation/eks/scheduler/cluster.ts';
import { fitError } from '../../simulation/eks/scheduler/message.ts';
import { rejectionAmong } from '../../simulation/eks/scheduler/node-fit.ts';
import type { Evidences } from '../checks/check.ts';
import type { KubernetesCluster } from '../checks/kubernetes-clusters.ts';
import { inCluster } from '../checks/kubernetes-clusters.ts';
import { nodeOf, podOf } from './scheduler-objects.ts';

/** Why a node does not take a pod, by the scheduler's filters. */
export interface NodeVerdict {
  readonly node: string;
  /** In the scheduler's own words; undefined where the node would take it. */
  readonly because: string | undefined;
}

/** Why one pod is Pending. */
export interface PendingPod {
  /** `namespace/name`. */
  readonly name: string;
  /** What the scheduler, or else the pod itself, says; undefined where the file does not. */
  readonly because: string | undefined;
  /** What the scheduler's filters say of each node in the files, and what the scheduler would write; absent for a pod that has a node. */
  readonly reckoned?: { readonly text: string; readonly nodes: readonly NodeVerdict[] };
}

/** The pods of a cluster that are Pending, each with what the scheduler wrote into its condition, and what its filters say of the nodes. */
export function pendingPods(evidences: Evidences, cluster: KubernetesCluster): readonly PendingPod[] {
  const objects = inCluster(evidences, cluster, 'k8s-pod');
  const pending = objects.filter(({ body }) => textAt(body, 'status', 'phase') === 'Pending');
  if (pending.length === 0) return [];
  const nodes = occupied(inCluster(evidences, cluster, 'k8s-node'), objects);
  return pending.map((object) => {
    const { body } = object;
    const node = textAt(body, 'spec', 'nodeName');
    const name = `${textAt(body, 'metadata', 'namespace') ?? 'default'}/${textAt(body, 'metadata', 'name') ?? ''}`;
    if (node !== undefined) return { name, because: `It was given to the node ${node}, and its containers have not started.` };
    const because = textAt(conditionIn(body, 'PodScheduled'), 'message');
    const pod = podOf(body);
    return { name, because, ...(pod === undefined || nodes.length === 0 ? {} : { reckoned: reckon(pod, nodes) }) };
  });
}

/** The nodes of the files, each with the pods on it that have not ended. */
function occupied(nodes: readonly ApiObject[], pods: readonly ApiObject[]): Cluster {
  const there = pods.filter(({ body }) => !['Succeeded', 'Failed'].includes(textAt(body, 'status', 'phase') ?? ''));
  const byNode = Map.groupBy(
    there.flatMap(({ body }) => podOf(body) ?? []),
    ({ spec }) => spec.nodeName,
  );
  return nodes.flatMap(({ body }) => {
    const node = nodeOf(body);
    return node === undefined ? [] : [{ node, pods: byNode.get(node.metadata.name) ?? [] }];
  });
}

/** Runs the filters of the simulation's scheduler, which are compared with Kubernetes' own, over the nodes of the files. */
function reckon(pod: Pod, cluster: Cluster): NonNullable<PendingPod['reckoned']> {
  const verdicts = cluster.map((occupied) => ({ node: occupied.node.metadata.name, rejected: rejectionAmong(pod, occupied, cluster) }));
  const rejections = verdicts.flatMap(({ rejected }) => rejected ?? []);
  const text = rejections.length === cluster.length ? fitError(rejections) : 'By the files there is a node that would take it.';
  return { text, nodes: verdicts.map(({ node, rejected }) => ({ node, because: rejected?.reasons.join(', ') })) };
}
