import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import { faultOffers } from '../../src/simulation/ecs/offers.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  faultOffers['image-pull-fails'],
  faultOffers['health-check-fails'],
  faultOffers['container-exits'],
];
