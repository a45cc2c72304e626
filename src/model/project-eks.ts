import { projectCluster, projectNode, projectNodegroup } from './eks/project-cluster.ts';
import { projectNamespace } from './eks/project-named.ts';
import { projectPod } from './eks/project-pod.ts';
import { projectDeployment, projectReplicaSet } from './eks/project-workload.ts';
import { projectApiServerInstance, projectEtcdMember, projectZone } from './eks/project-zone.ts';
import type { Projectors } from './project.ts';

/** How the objects of a cluster and its workloads are read; the bodies are those of `aws eks describe-…` and `kubectl get -o json`. */
export const eksProjectors: Projectors = {
  'eks-cluster': projectCluster,
  'eks-nodegroup': projectNodegroup,
  'k8s-node': projectNode,
  'k8s-namespace': projectNamespace,
  'k8s-deployment': projectDeployment,
  'k8s-replica-set': projectReplicaSet,
  'k8s-pod': projectPod,
  'ec2-availability-zone': projectZone,
  'k8s-api-server-instance': projectApiServerInstance,
  'k8s-etcd-member': projectEtcdMember,
};
