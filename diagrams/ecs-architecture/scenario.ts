import { cloudMap } from '../../src/simulation/cloud-map/domain.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { hourlyCost } from '../../src/simulation/ecs/hourly-cost.ts';
import { costPlot, cpuPlot, errorsPlot, latencyPlot, targetsPlot, tasksPlot } from '../../src/simulation/ecs/plots.ts';
import { requestsPlot, scaledAfter, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { extended } from '../../src/simulation/engine/domain.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { logsPart } from '../../src/simulation/logs/logs-part.ts';
import { prices } from '../prices.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { DESIRED_COUNT, ids, startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** The reader meets the service while its third task pulls its image. */
const OPENS_AT_MS = 84_000;

/** Six minutes. */
const HORIZON_MS = 360_000;

const scenario: Scenario = {
  id: 'ecs-architecture',
  domain: extended(ecsDomain, cloudMap, logsPart, hourlyCost(ids, prices)),
  seed: SEED,
  start: [...startingWorld('2026-11-23T08:58:36.000Z'), scaledAfter(ids.service, DESIRED_COUNT, OPENS_AT_MS - 8_000)],
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [requestsPlot, tasksPlot, targetsPlot, errorsPlot, latencyPlot, cpuPlot, costPlot],
};

export default scenario;
