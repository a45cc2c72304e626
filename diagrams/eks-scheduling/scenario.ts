import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { eksDomain } from '../../src/simulation/eks/domain.ts';
import { clientAsks, deploymentCreated, startCluster } from '../../src/simulation/eks/start.ts';
import { podsPlot } from '../../src/simulation/eks/small-cluster.ts';
import { actions } from './actions.ts';
import { batchOnly, deploymentId, nodeId, plan, web } from './cluster.ts';
import { faults } from './faults.ts';
import { walkthrough } from './walkthrough.ts';

const HOUR = 3_600_000;
const SCALED = HOUR - 2_500;

/** A Deployment of five pods that has just been asked for a sixth, on four nodes of which one is kept for others. */
const scenario: Scenario = {
  id: 'eks-scheduling',
  domain: eksDomain,
  seed: 7,
  start: [
    ...startCluster(plan),
    clientAsks(plan, { type: 'object.patch', id: nodeId('10.0.3.77'), change: { spec: { taints: [batchOnly] } } }, 'taint a node'),
    clientAsks(plan, deploymentCreated(plan, web), 'create deployment web with 5 replicas', 1_000),
    clientAsks(plan, { type: 'object.patch', id: deploymentId, change: { spec: { replicas: 6 } } }, 'scale web to 6', SCALED),
  ],
  opensAt: HOUR,
  horizon: 240_000,
  actions,
  faults,
  walkthrough,
  plots: [podsPlot],
};

export default scenario;
