import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { tasksPlot } from '../../src/simulation/ecs/plots.ts';
import { scaledAfter, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { DESIRED_COUNT, ids, startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** The reader meets the services when the sixth task of web has just been placed. */
const OPENS_AT_MS = 64_000;

/** Eight minutes. */
const HORIZON_MS = 480_000;

const scenario: Scenario = {
  id: 'ecs-placement',
  domain: ecsDomain,
  seed: SEED,
  start: [...startingWorld('2026-11-23T08:58:56.000Z'), scaledAfter(ids.web, DESIRED_COUNT, OPENS_AT_MS - 5_000)],
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [tasksPlot],
};

export default scenario;
