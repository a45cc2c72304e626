import { extended } from '../../src/simulation/engine/domain.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { eksDomain } from '../../src/simulation/eks/domain.ts';
import { podPart } from '../../src/simulation/eks/kubelet/pod-domain.ts';
import { clientAsks, deploymentCreated, startCluster } from '../../src/simulation/eks/start.ts';
import { podsPlot } from '../../src/simulation/eks/small-cluster.ts';
import { actions } from './actions.ts';
import { plan, web } from './cluster.ts';
import { faults } from './faults.ts';
import { walkthrough } from './walkthrough.ts';

/** A Deployment of one pod has just been made: the pod is there, and nothing of it runs. */
const scenario: Scenario = {
  id: 'eks-pod',
  domain: extended(eksDomain, podPart),
  seed: 11,
  start: [...startCluster(plan), clientAsks(plan, deploymentCreated(plan, web), 'create deployment web with 1 replica')],
  opensAt: 400,
  horizon: 600_000,
  actions,
  faults,
  walkthrough,
  plots: [podsPlot],
};

export default scenario;
