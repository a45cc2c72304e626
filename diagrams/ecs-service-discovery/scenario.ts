import { cloudMap } from '../../src/simulation/cloud-map/domain.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { requestsPlot, scaledAfter, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { extended } from '../../src/simulation/engine/domain.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { DESIRED_COUNT, ids, startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** The reader meets the service when its third task has just started. */
const OPENS_AT_MS = 116_000;

/** Seven minutes. */
const HORIZON_MS = 420_000;

const scenario: Scenario = {
  id: 'ecs-service-discovery',
  domain: extended(ecsDomain, cloudMap),
  seed: SEED,
  start: [...startingWorld('2026-11-23T08:58:04.000Z'), scaledAfter(ids.service, DESIRED_COUNT, OPENS_AT_MS - 12_000)],
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [requestsPlot],
};

export default scenario;
