import { projectCluster, projectNode, projectNodegroup } from './eks/project-cluster.ts';
import { projectPod } from './eks/project-pod.ts';
import { projectDeployment, projectReplicaSet } from './eks/project-workload.ts';
import type { Kind } from './kind.ts';
import type { Projector } from './project.ts';

/** How EKS and Kubernetes objects are read; the bodies are those of `aws eks describe-…` and `kubectl get -o json`. */
export const eksProjectors: Readonly<Partial<Record<Kind, Projector>>> = {
  'eks-cluster': projectCluster,
  'eks-nodegroup': projectNodegroup,
  'k8s-node': projectNode,
  'k8s-deployment': projectDeployment,
  'k8s-replica-set': projectReplicaSet,
  'k8s-pod': projectPod,
};
