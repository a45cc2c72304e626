import {
  projectAccessEntry,
  projectAccessReview,
  projectClusterRole,
  projectClusterRoleBinding,
  projectIamRole,
  projectRole,
  projectRoleBinding,
  projectServiceAccount,
} from './eks/project-access.ts';
import { projectAuditEvent } from './eks/project-request.ts';
import type { Projectors } from './project.ts';

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
