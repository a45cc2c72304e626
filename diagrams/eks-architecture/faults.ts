import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import { faults as deploymentFaults } from '../web-on-eks-faults.ts';

/** What a reader may break, and repair: all that breaks about a Deployment, and the machines of the control plane. */
export const faults: readonly FaultOffer[] = [
  { id: 'zone-lost', label: 'Lose the zone', repair: 'Bring the zone back', on: 'ec2-availability-zone' },
  { id: 'api-server-lost', label: 'Lose this API server', repair: 'Let EKS replace it', on: 'k8s-api-server-instance' },
  { id: 'etcd-member-lost', label: 'Lose this member', repair: 'Let EKS replace it', on: 'k8s-etcd-member' },
  ...deploymentFaults,
];
