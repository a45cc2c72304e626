import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { targetsPlot, errorsPlot, latencyPlot, cpuPlot } from '../../src/simulation/ecs/plots.ts';
import { requestsPlot, scaledAfter, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { DESIRED_COUNT, ids, startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** The reader meets the service when the third task is about to be registered. */
const OPENS_AT_MS = 64_000;

/** Seven minutes. */
const HORIZON_MS = 420_000;

const scenario: Scenario = {
  id: 'ecs-load-balancing',
  domain: ecsDomain,
  seed: SEED,
  start: [...startingWorld('2026-11-23T08:58:56.000Z'), scaledAfter(ids.service, DESIRED_COUNT, OPENS_AT_MS - 10_000)],
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [requestsPlot, targetsPlot, errorsPlot, latencyPlot, cpuPlot],
};

export default scenario;
