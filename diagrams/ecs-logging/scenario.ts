import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { extended } from '../../src/simulation/engine/domain.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { logsPart } from '../../src/simulation/logs/logs-part.ts';
import { logPlots } from '../../src/simulation/logs/offers.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** The reader meets two tasks that have just become healthy. */
const OPENS_AT_MS = 48_000;

/** Five minutes. */
const HORIZON_MS = 300_000;

const scenario: Scenario = {
  id: 'ecs-logging',
  domain: extended(ecsDomain, logsPart),
  seed: SEED,
  start: startingWorld('2026-11-23T08:59:12.000Z'),
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: logPlots,
};

export default scenario;
