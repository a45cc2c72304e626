import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  {
    id: 'work-fails',
    label: 'Let the work fail',
    repair: 'Mend the work',
    on: 'k8s-job',
    unavailable: ({ status, name }) => (status === 'Running' || status === 'Suspended' ? undefined : `${name} has ended.`),
  },
  { id: 'node-lost', label: 'Cut off', repair: 'Connect again', on: 'k8s-node' },
];
