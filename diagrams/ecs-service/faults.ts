import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import { faultOffers } from '../../src/simulation/ecs/offers.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  faultOffers['instance-lost'],
  faultOffers['container-exits'],
  faultOffers['health-check-fails'],
  faultOffers['image-pull-fails'],
  faultOffers['no-capacity'],
];
