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
import { projectFlow, projectNetworkPolicy } from './eks/project-network.ts';
import { projectCluster, projectNode, projectNodegroup } from './eks/project-cluster.ts';
import { projectPod } from './eks/project-pod.ts';
import { projectBudget, projectDaemonSet } from './eks/project-disruption.ts';
import { projectAutoScalingGroup, projectUpdate } from './eks/project-node-group.ts';
import { projectDeployment, projectReplicaSet } from './eks/project-workload.ts';
import { projectAuditEvent } from './eks/project-request.ts';
import { projectApiServerInstance, projectEtcdMember, projectZone } from './eks/project-zone.ts';
import type { Kind } from './kind.ts';
import type { Projector } from './project.ts';

/** How EKS and Kubernetes objects are read; the bodies are those of `aws eks describe-…` and `kubectl get -o json`. */
export const eksProjectors: Readonly<Partial<Record<Kind, Projector>>> = {
  'eks-cluster': projectCluster,
  'eks-nodegroup': projectNodegroup,
  'eks-update': projectUpdate,
  'autoscaling-group': projectAutoScalingGroup,
  'k8s-node': projectNode,
  'k8s-daemon-set': projectDaemonSet,
  'k8s-pod-disruption-budget': projectBudget,
  'k8s-deployment': projectDeployment,
  'k8s-replica-set': projectReplicaSet,
  'k8s-pod': projectPod,
  'eks-access-entry': projectAccessEntry,
  'iam-role': projectIamRole,
  'ec2-availability-zone': projectZone,
  'k8s-namespace': projectNamespace,
  'k8s-service-account': projectServiceAccount,
  'k8s-role': projectRole,
  'k8s-cluster-role': projectClusterRole,
  'k8s-role-binding': projectRoleBinding,
  'k8s-cluster-role-binding': projectClusterRoleBinding,
  'k8s-network-policy': projectNetworkPolicy,
  'network-flow': projectFlow,
  'k8s-subject-access-review': projectAccessReview,
  'k8s-audit-event': projectAuditEvent,
  'k8s-api-server-instance': projectApiServerInstance,
  'k8s-etcd-member': projectEtcdMember,
};
