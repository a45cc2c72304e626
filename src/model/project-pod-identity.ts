import { projectCallerIdentity } from './eks/project-caller-identity.ts';
import { projectPodIdentityAssociation } from './eks/project-parts.ts';
import { accessProjectors } from './project-access.ts';
import type { Projectors } from './project.ts';

/** How answers of STS are read. */
export const callerProjectors: Projectors = { 'sts-caller-identity': projectCallerIdentity };

/** How the objects are read that give pods credentials of AWS, beside roles and service accounts. */
export const podIdentityProjectors: Projectors = {
  ...accessProjectors,
  ...callerProjectors,
  'eks-pod-identity-association': projectPodIdentityAssociation,
};
