import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { accessDomain } from '../../src/simulation/eks/access/access-domain.ts';
import { putAll } from '../../src/simulation/eks/access/start-access.ts';
import { startCluster } from '../../src/simulation/eks/start.ts';
import { actions } from './actions.ts';
import { access, plan } from './cluster.ts';
import { walkthrough } from './walkthrough.ts';

/** A cluster with three people, a newcomer, and roles bound in one namespace and in all. */
const scenario: Scenario = {
  id: 'eks-rbac',
  domain: accessDomain,
  seed: 7,
  start: [...startCluster(plan), ...putAll(access)],
  opensAt: 60_000,
  horizon: 120_000,
  actions,
  faults: [{ id: 'token-expired', label: 'Let the token expire', repair: 'Get a new token', on: 'iam-role' }],
  walkthrough,
  plots: [],
};

export default scenario;
