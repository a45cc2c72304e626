import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import { faultOffers } from '../../src/simulation/ecs/offers.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  { id: 'ttl-ignored', label: 'Client ignores the TTL', repair: 'Restart the client', on: 'dns-answer' },
  { id: 'registration-delayed', label: 'Registration is slow', repair: 'Register quickly again', on: 'servicediscovery-service' },
  faultOffers['health-check-fails'],
  faultOffers['process-hangs'],
  faultOffers['container-exits'],
  faultOffers['instance-lost'],
];
