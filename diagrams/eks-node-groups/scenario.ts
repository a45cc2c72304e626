import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { nodeGroupDomain } from '../../src/simulation/eks/node-group/node-group-domain.ts';
import { budgetCreated, daemonSetCreated, startNodeGroup } from '../../src/simulation/eks/node-group/start-node-group.ts';
import { clientAsks, deploymentCreated } from '../../src/simulation/eks/start.ts';
import { podsPlot } from '../../src/simulation/eks/small-cluster.ts';
import { actions } from './actions.ts';
import { awsNode, budget, ownNodes, plan, web } from './cluster.ts';
import { faults } from './faults.ts';
import { walkthrough } from './walkthrough.ts';

/** The most nodes that the group may be given. */
const MOST = 6;

/** A node group in three zones below a cluster that is about to be updated. */
const scenario: Scenario = {
  id: 'eks-node-groups',
  domain: nodeGroupDomain,
  seed: 7,
  start: [
    ...startNodeGroup(plan, ownNodes, MOST),
    clientAsks(plan, daemonSetCreated(plan, awsNode), 'create daemonset aws-node'),
    clientAsks(plan, budgetCreated(plan, budget), 'create poddisruptionbudget web-budget'),
    clientAsks(plan, deploymentCreated(plan, web), 'create deployment web with 6 replicas', 30_000),
  ],
  opensAt: 3_600_000,
  horizon: 2_400_000,
  actions,
  faults,
  walkthrough,
  plots: [
    {
      title: 'Nodes by version',
      unit: 'number',
      lines: [
        { measure: 'nodes.older', label: 'older than the control plane', look: 'one' },
        { measure: 'nodes.current', label: 'of its version', look: 'other' },
      ],
    },
    podsPlot,
  ],
};

export default scenario;
