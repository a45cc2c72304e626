import type { Projectors } from './project.ts';
import { accountProjectors } from './project-account.ts';
import { discoveryProjectors, ecsProjectors, loggingProjectors } from './project-ecs.ts';
import { accessProjectors } from './project-access.ts';
import { eksProjectors } from './project-eks.ts';
import { jobProjectors } from './project-job.ts';
import { networkPolicyProjectors } from './project-network-policy.ts';
import { nodeGroupProjectors } from './project-node-group.ts';
import { callerProjectors } from './project-pod-identity.ts';
import { serviceProjectors } from './project-service.ts';

/** How objects of every kind are read: an account may hold any of them. A simulated world has those of its domain. */
export const allProjectors: Projectors = {
  ...ecsProjectors,
  ...discoveryProjectors,
  ...loggingProjectors,
  ...eksProjectors,
  ...accessProjectors,
  ...nodeGroupProjectors,
  ...networkPolicyProjectors,
  ...serviceProjectors,
  ...accountProjectors,
  ...jobProjectors,
  ...callerProjectors,
};
