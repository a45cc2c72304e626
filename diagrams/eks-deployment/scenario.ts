import { extended } from '../../src/simulation/engine/domain.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { eksDomain } from '../../src/simulation/eks/domain.ts';
import { servicesPart } from '../../src/simulation/eks/endpoints/services-part.ts';
import { requestsPlot, startServices } from '../../src/simulation/eks/endpoints/start-services.ts';
import { clientAsks, deploymentCreated, startCluster } from '../../src/simulation/eks/start.ts';
import { podsPlot } from '../../src/simulation/eks/small-cluster.ts';
import { actions } from './actions.ts';
import { deploymentId, plan, web, webService } from '../web-on-eks-cluster.ts';
import { faults } from '../web-on-eks-faults.ts';
import { walkthrough } from './walkthrough.ts';

const HOUR = 3_600_000;
const SCALED = HOUR - 2_500;

/** A Deployment of three pods that has just been asked for a fourth. */
const scenario: Scenario = {
  id: 'eks-deployment',
  domain: extended(eksDomain, servicesPart),
  seed: 7,
  start: [
    ...startCluster(plan),
    ...startServices(plan, webService),
    clientAsks(plan, deploymentCreated(plan, web), 'create deployment web with 3 replicas'),
    clientAsks(plan, { type: 'object.patch', id: deploymentId, change: { spec: { replicas: 4 } } }, 'scale web to 4', SCALED),
  ],
  opensAt: HOUR,
  horizon: 720_000,
  actions,
  faults,
  walkthrough,
  plots: [requestsPlot, podsPlot],
};

export default scenario;
