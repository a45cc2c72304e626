import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  { id: 'agent-absent', label: 'Remove the agent', repair: 'Add the agent', on: 'eks-cluster' },
  { id: 'oidc-provider-missing', label: 'Delete the OIDC provider', repair: 'Create the OIDC provider', on: 'eks-cluster' },
  { id: 'token-kept', label: 'Keep the first token till it expires', repair: 'Read the token anew', on: 'k8s-pod' },
  { id: 'metadata-closed', label: 'Set hop limit 1', repair: 'Set hop limit 2', on: 'k8s-node' },
];
