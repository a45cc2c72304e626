import { networkPolicyProjectors } from '../../../model/project-network-policy.ts';
import type { Domain, DomainPart } from '../../engine/domain.ts';
import { extended } from '../../engine/domain.ts';
import { eksDomain } from '../domain.ts';
import { allOf } from '../identity.ts';
import { NOT_ENFORCING, tryFlow } from './try-flow.ts';

/** Policies that are asked whenever somebody connects, and a cluster where nothing asks them. */
const networkPolicyPart: DomainPart = {
  projectors: networkPolicyProjectors,
  apis: { clients: tryFlow },
  faults: {
    [NOT_ENFORCING]: {
      text: (_, on) => `turn the enforcement of network policies ${on ? 'off' : 'on'}`,
      effects: () => [],
    },
  },
  ownerOf: ({ kind }) => {
    if (kind === 'k8s-network-policy') return allOf('NetworkPolicy');
    return kind === 'k8s-namespace' ? allOf('Namespace') : undefined;
  },
};

/** Kubernetes on EKS where pods connect to each other, as NetworkPolicies let them. */
export const networkPolicyDomain: Domain = extended(eksDomain, networkPolicyPart);
