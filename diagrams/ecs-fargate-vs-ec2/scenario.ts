import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { ecsDomain } from '../../src/simulation/ecs/domain.ts';
import { fargateFaults } from '../../src/simulation/ecs/fargate-faults.ts';
import { cpuPlot, latencyPlot } from '../../src/simulation/ecs/plots.ts';
import { sideBySide } from '../../src/simulation/ecs/side-by-side.ts';
import { requestsPlot, scaledAfter, SEED } from '../../src/simulation/ecs/small-cluster.ts';
import { extended } from '../../src/simulation/engine/domain.ts';
import { prices } from '../prices.ts';
import { actions } from './actions.ts';
import { faults } from './faults.ts';
import { DESIRED_COUNT, ids, startingWorld } from './start.ts';
import { walkthrough } from './walkthrough.ts';

/** The reader meets the services when each has just been asked for a sixth task. */
const OPENS_AT_MS = 70_000;

/** Ten minutes. */
const HORIZON_MS = 600_000;

const scenario: Scenario = {
  id: 'ecs-fargate-vs-ec2',
  domain: extended(ecsDomain, sideBySide(ids, prices), { faults: fargateFaults }),
  seed: SEED,
  start: [
    ...startingWorld('2026-11-23T08:58:50.000Z'),
    scaledAfter(ids.fargate, DESIRED_COUNT, OPENS_AT_MS - 4_000),
    scaledAfter(ids.ec2, DESIRED_COUNT, OPENS_AT_MS - 4_000),
  ],
  opensAt: OPENS_AT_MS,
  horizon: HORIZON_MS,
  actions,
  faults,
  walkthrough,
  plots: [
    {
      title: 'Cost',
      unit: 'USD per hour',
      lines: [
        { measure: 'fargate.cost', label: 'Fargate', look: 'one' },
        { measure: 'ec2.cost', label: 'EC2', look: 'other' },
      ],
    },
    {
      title: 'Tasks',
      unit: 'running',
      lines: [
        { measure: 'fargate.running', label: 'Fargate', look: 'one' },
        { measure: 'ec2.running', label: 'EC2', look: 'other' },
      ],
      opens: true,
    },
    {
      title: 'Errors',
      unit: 'a second',
      lines: [
        { measure: 'fargate.failed', label: 'Fargate', look: 'one' },
        { measure: 'ec2.failed', label: 'EC2', look: 'other' },
      ],
    },
    requestsPlot,
    latencyPlot,
    cpuPlot,
  ],
};

export default scenario;
