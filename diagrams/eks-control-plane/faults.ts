import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  { id: 'token-expired', label: 'Let the token expire', repair: 'Get a new token', on: 'iam-role' },
  { id: 'api-server-lost', label: 'Lose this API server', repair: 'Let EKS replace it', on: 'k8s-api-server-instance' },
  { id: 'etcd-member-lost', label: 'Lose this member', repair: 'Let EKS replace it', on: 'k8s-etcd-member' },
  { id: 'zone-lost', label: 'Lose the zone', repair: 'Bring the zone back', on: 'ec2-availability-zone' },
  { id: 'node-lost', label: 'Cut the node off', repair: 'Connect the node again', on: 'k8s-node' },
];
