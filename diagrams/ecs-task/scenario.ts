import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { extended } from '../../src/simulation/engine/domain.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { taskFaults } from '../../src/simulation/ecs/task-faults.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** The reader meets the task when it has just been run. */
const OPENS_AT_MS = 1_000;

/** Four minutes. */
const HORIZON_MS = 240_000;

const scenario: Scenario = {
  id: 'ecs-task',
  domain: extended(ecsDomain, { faults: taskFaults }),
  seed: SEED,
  start: startingWorld('2026-11-23T08:59:59.000Z'),
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [],
};

export default scenario;
