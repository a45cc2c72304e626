import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { hourlyCost } from '../../src/simulation/ecs/hourly-cost.ts';
import { costPlot, cpuPlot, errorsPlot, latencyPlot, targetsPlot, tasksPlot } from '../../src/simulation/ecs/plots.ts';
import { requestsPlot, scaledAfter, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { extended } from '../../src/simulation/engine/domain.ts';
import { prices } from '../prices.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { DESIRED_COUNT, ids, startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** How long the service has been running when the reader meets it: its fourth task is pulling its image. */
const OPENS_AT_MS = 64_000;

/** Eight minutes. */
const HORIZON_MS = 480_000;

const scenario: Scenario = {
  id: 'ecs-service',
  domain: extended(ecsDomain, hourlyCost(ids, prices)),
  seed: SEED,
  start: [...startingWorld('2026-11-23T08:58:56.000Z'), scaledAfter(ids.service, DESIRED_COUNT, OPENS_AT_MS - 8_000)],
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [requestsPlot, tasksPlot, targetsPlot, errorsPlot, latencyPlot, cpuPlot, costPlot],
};

export default scenario;
