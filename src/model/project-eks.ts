import {
  projectAccessEntry,
  projectAccessReview,
  projectClusterRole,
  projectClusterRoleBinding,
  projectIamRole,
  projectNamespace,
  projectRole,
  projectRoleBinding,
  projectServiceAccount,
} from './eks/project-access.ts';
import { projectCluster, projectNode, projectNodegroup } from './eks/project-cluster.ts';
import { projectPod } from './eks/project-pod.ts';
import { projectDeployment, projectReplicaSet } from './eks/project-workload.ts';
import { projectAuditEvent } from './eks/project-request.ts';
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

/** How those objects are read that say who may do what, and what was asked. */
export const accessProjectors: Projectors = {
  'eks-access-entry': projectAccessEntry,
  'iam-role': projectIamRole,
  'k8s-service-account': projectServiceAccount,
  'k8s-role': projectRole,
  'k8s-cluster-role': projectClusterRole,
  'k8s-role-binding': projectRoleBinding,
  'k8s-cluster-role-binding': projectClusterRoleBinding,
  'k8s-subject-access-review': projectAccessReview,
  'k8s-audit-event': projectAuditEvent,
};
