import { machinesPart } from '../../src/simulation/eks/control-plane/machines-part.ts';
import { startMachines } from '../../src/simulation/eks/control-plane/start-machines.ts';
import { eksDomain } from '../../src/simulation/eks/domain.ts';
import { clientAsks, deploymentCreated, startCluster } from '../../src/simulation/eks/start.ts';
import { extended } from '../../src/simulation/engine/domain.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { podsPlot } from '../../src/simulation/eks/small-cluster.ts';
import { actions } from '../web-on-eks-actions.ts';
import { plan, web } from '../web-on-eks-cluster.ts';
import { faults } from './faults.ts';
import { walkthrough } from './walkthrough.ts';

/** A whole cluster at rest, with a Deployment of three pods that is about to be scaled. */
const scenario: Scenario = {
  id: 'eks-architecture',
  domain: extended(eksDomain, machinesPart),
  seed: 7,
  start: [
    ...startCluster(plan),
    ...startMachines(plan),
    clientAsks(plan, deploymentCreated(plan, web), 'create deployment web with 3 replicas'),
  ],
  opensAt: 3_600_000,
  horizon: 600_000,
  actions,
  faults,
  walkthrough,
  plots: [podsPlot],
};

export default scenario;
