import type { Evidences } from '../../../account/checks/check.ts';
import type { KubernetesCluster } from '../../../account/checks/kubernetes-clusters.ts';
import type { Mask } from '../../../account/mask.ts';

/** What a form needs to answer questions about one cluster. */
export interface AnswerProps {
  readonly evidences: Evidences;
  readonly cluster: KubernetesCluster;
  readonly show: Mask;
}
