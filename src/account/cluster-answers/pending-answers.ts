import { conditionIn, textAt } from '../../model/eks/read.ts';
import type { Evidences } from '../checks/check.ts';
import type { KubernetesCluster } from '../checks/kubernetes-clusters.ts';
import { inCluster } from '../checks/kubernetes-clusters.ts';

/** Why one pod is Pending. */
export interface PendingPod {
  /** `namespace/name`. */
  readonly name: string;
  /** What the scheduler, or else the pod itself, says; undefined where the file does not. */
  readonly because: string | undefined;
}

/** The pods of a cluster that are Pending, each with what the scheduler wrote into its condition. */
export const pendingPods = (evidences: Evidences, cluster: KubernetesCluster): readonly PendingPod[] =>
  inCluster(evidences, cluster, 'k8s-pod').flatMap(({ body }) => {
    if (textAt(body, 'status', 'phase') !== 'Pending') return [];
    const scheduled = conditionIn(body, 'PodScheduled');
    const node = textAt(body, 'spec', 'nodeName');
    const waiting = node === undefined ? undefined : `It was given to the node ${node}, and its containers have not started.`;
    const name = `${textAt(body, 'metadata', 'namespace') ?? 'default'}/${textAt(body, 'metadata', 'name') ?? ''}`;
    return [{ name, because: textAt(scheduled, 'message') ?? waiting }];
  });
