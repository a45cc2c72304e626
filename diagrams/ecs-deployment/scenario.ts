import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { cpuPlot, errorsPlot, latencyPlot } from '../../src/simulation/ecs/plots.ts';
import { requestsPlot, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** By now the first deployment is completed, and four tasks serve. */
const OPENS_AT_MS = 60_000;

/** Eight minutes. */
const HORIZON_MS = 480_000;

const scenario: Scenario = {
  id: 'ecs-deployment',
  domain: ecsDomain,
  seed: SEED,
  start: startingWorld('2026-11-23T08:59:00.000Z'),
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [
    {
      title: 'Tasks',
      unit: 'old and new together',
      lines: [
        { measure: 'targets.healthy', label: 'healthy targets', look: 'good' },
        { measure: 'tasks.running', label: 'running', look: 'wanted' },
      ],
    },
    requestsPlot,
    errorsPlot,
    latencyPlot,
    cpuPlot,
  ],
};

export default scenario;
