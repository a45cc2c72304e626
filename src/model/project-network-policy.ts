import { projectFlow, projectNetworkPolicy } from './eks/project-network.ts';
import type { Projectors } from './project.ts';

/** How network policies are read, and the connections that they decide. */
export const networkPolicyProjectors: Projectors = {
  'k8s-network-policy': projectNetworkPolicy,
  'network-flow': projectFlow,
};
