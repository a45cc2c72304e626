import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { capacityFaults } from '../../src/simulation/ecs/capacity-faults.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { tasksPlot } from '../../src/simulation/ecs/plots.ts';
import { scaledAfter, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { taskFaults } from '../../src/simulation/ecs/task-faults.ts';
import { extended } from '../../src/simulation/engine/domain.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { DESIRED_COUNT, ids, startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** The reader meets the services when the fifth task of web is on its way. */
const OPENS_AT_MS = 70_000;

/** Seven minutes. */
const HORIZON_MS = 420_000;

const scenario: Scenario = {
  id: 'ecs-capacity',
  domain: extended(ecsDomain, { faults: { ...capacityFaults, 'spot-warning': taskFaults['spot-warning'] } }),
  seed: SEED,
  start: [...startingWorld('2026-11-23T08:58:50.000Z'), scaledAfter(ids.web, DESIRED_COUNT, OPENS_AT_MS - 12_000)],
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [tasksPlot],
};

export default scenario;
