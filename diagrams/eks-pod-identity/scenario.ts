import { patch } from '../../src/simulation/engine/effect.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { putAll } from '../../src/simulation/eks/access/start-access.ts';
import { podIdentityDomain } from '../../src/simulation/eks/pod-identity/pod-identity-domain.ts';
import { clientAsks, deploymentCreated, startCluster } from '../../src/simulation/eks/start.ts';
import { actions } from './actions.ts';
import { clusterId, identity, objects, plan, workload } from './cluster.ts';
import { faults } from './faults.ts';
import { walkthrough } from './walkthrough.ts';

/** A shop of three workloads: orders has a role by IRSA, stock by Pod Identity, reports has none. */
const scenario: Scenario = {
  id: 'eks-pod-identity',
  domain: podIdentityDomain,
  seed: 9,
  start: [
    ...startCluster(plan),
    patch(clusterId, { identity }),
    ...putAll(objects),
    ...['orders', 'stock', 'reports'].map((name) => clientAsks(plan, deploymentCreated(plan, workload(name)), `create deployment ${name}`)),
  ],
  opensAt: 60_000,
  horizon: 240_000,
  actions,
  faults,
  walkthrough,
  plots: [],
};

export default scenario;
