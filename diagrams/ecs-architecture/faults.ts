import { faultOffers } from '../../src/simulation/ecs/offers.ts';
import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import { logFaultOffers } from '../../src/simulation/logs/offers.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  faultOffers['instance-lost'],
  faultOffers['container-exits'],
  faultOffers['health-check-fails'],
  faultOffers['image-pull-fails'],
  faultOffers['no-capacity'],
  { id: 'registration-delayed', label: 'Registration is slow', repair: 'Register quickly again', on: 'servicediscovery-service' },
  logFaultOffers['logs-unreachable'],
];
