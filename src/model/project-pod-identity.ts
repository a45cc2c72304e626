import { projectIamRole, projectServiceAccount } from './eks/project-access.ts';
import { projectCallerIdentity } from './eks/project-caller-identity.ts';
import { projectPodIdentityAssociation } from './eks/project-parts.ts';
import type { Projectors } from './project.ts';

/** How answers of STS are read. */
export const callerProjectors: Projectors = { 'sts-caller-identity': projectCallerIdentity };

/** How the objects are read that give pods credentials of AWS; namespaces are read with the cluster. */
export const podIdentityProjectors: Projectors = {
  ...callerProjectors,
  'iam-role': projectIamRole,
  'k8s-service-account': projectServiceAccount,
  'eks-pod-identity-association': projectPodIdentityAssociation,
};
