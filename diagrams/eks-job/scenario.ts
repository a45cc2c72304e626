import { extended } from '../../src/simulation/engine/domain.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { eksDomain } from '../../src/simulation/eks/domain.ts';
import { jobCreated, jobPart, startJobs } from '../../src/simulation/eks/job/job-domain.ts';
import { podPart } from '../../src/simulation/eks/kubelet/pod-domain.ts';
import { clientAsks, startCluster } from '../../src/simulation/eks/start.ts';
import { actions } from './actions.ts';
import { jobNamed, plan } from './cluster.ts';
import { faults } from './faults.ts';
import { walkthrough } from './walkthrough.ts';

/** A Job has just got its first two pods. */
const scenario: Scenario = {
  id: 'eks-job',
  domain: extended(eksDomain, podPart, jobPart),
  seed: 5,
  start: [
    ...startCluster(plan),
    startJobs(plan),
    clientAsks(plan, jobCreated(plan, jobNamed('report', 'counted')), 'create job report with 6 completions'),
  ],
  opensAt: 9_000,
  horizon: 660_000,
  actions,
  faults,
  walkthrough,
  plots: [
    {
      title: 'Pods of Jobs',
      unit: 'number',
      lines: [
        { measure: 'jobs.succeeded', label: 'succeeded', look: 'good' },
        { measure: 'jobs.failed', label: 'failed', look: 'bad' },
      ],
    },
  ],
};

export default scenario;
