import { faultOffers } from '../../src/simulation/ecs/offers.ts';
import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import { logFaultOffers } from '../../src/simulation/logs/offers.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  logFaultOffers['logs-unreachable'],
  logFaultOffers['log-group-deleted'],
  logFaultOffers['noisy-application'],
  faultOffers['container-exits'],
];
