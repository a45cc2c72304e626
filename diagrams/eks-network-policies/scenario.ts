import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { putAll } from '../../src/simulation/eks/access/start-access.ts';
import { networkPolicyDomain } from '../../src/simulation/eks/network-policy/network-policy-domain.ts';
import { NOT_ENFORCING } from '../../src/simulation/eks/network-policy/try-flow.ts';
import { clientAsks, deploymentCreated, startCluster } from '../../src/simulation/eks/start.ts';
import { actions } from './actions.ts';
import { namespaces, plan, workloads } from './cluster.ts';
import { walkthrough } from './walkthrough.ts';

/** A shop whose pods all run, and no policy. */
const scenario: Scenario = {
  id: 'eks-network-policies',
  domain: networkPolicyDomain,
  seed: 5,
  start: [
    ...startCluster(plan),
    ...putAll(namespaces),
    ...workloads.map((body) => clientAsks(plan, deploymentCreated(plan, body), `create deployment ${body.metadata.name}`)),
  ],
  opensAt: 60_000,
  horizon: 120_000,
  actions,
  faults: [{ id: NOT_ENFORCING, label: 'Turn enforcement off', repair: 'Turn enforcement on', on: 'eks-cluster' }],
  walkthrough,
  plots: [],
};

export default scenario;
