import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  { id: 'no-node-fits', label: 'Ask for 64 CPU a pod', repair: 'Ask for as much CPU as before', on: 'k8s-deployment' },
  { id: 'node-lost', label: 'Cut the node off', repair: 'Connect the node again', on: 'k8s-node' },
];
