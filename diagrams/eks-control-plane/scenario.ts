import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { controlPlaneDomain } from '../../src/simulation/eks/control-plane/control-plane-domain.ts';
import { startControlPlane } from '../../src/simulation/eks/control-plane/start-control-plane.ts';
import { putAll } from '../../src/simulation/eks/access/start-access.ts';
import { clientAsks, deploymentCreated, startCluster } from '../../src/simulation/eks/start.ts';
import { podsPlot } from '../../src/simulation/eks/small-cluster.ts';
import { actions } from './actions.ts';
import { access, plan, web } from './cluster.ts';
import { faults } from './faults.ts';
import { walkthrough } from './walkthrough.ts';

/** A control plane over three zones, before four people who may do different things. */
const scenario: Scenario = {
  id: 'eks-control-plane',
  domain: controlPlaneDomain,
  seed: 7,
  start: [
    ...startCluster(plan),
    ...startControlPlane(plan),
    ...putAll(access),
    clientAsks(plan, deploymentCreated(plan, web), 'create deployment web with 2 replicas'),
  ],
  opensAt: 3_600_000,
  horizon: 300_000,
  actions,
  faults,
  walkthrough,
  plots: [podsPlot],
};

export default scenario;
