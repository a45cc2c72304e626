import type { Measures } from '../../../model/frame.ts';
import type { Id } from '../../../model/json.ts';
import { jobProjectors } from '../../../model/project-job.ts';
import type { DomainPart } from '../../engine/domain.ts';
import type { Effect } from '../../engine/effect.ts';
import { begin } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { allOf, nameIn } from '../identity.ts';
import { WORK_FAILS } from '../kubelet/containers/container-faults.ts';
import type { ApiRequest } from '../requests.ts';
import type { ClusterPlan } from '../start.ts';
import { arnOf, idOf } from '../start.ts';
import { every } from '../store.ts';
import { jobController } from './job-controller.ts';
import type { StoredJob } from './job.ts';

/** How many pods of all Jobs have succeeded, and how many have failed. */
function measures(world: World): Measures {
  let succeeded = 0;
  let failed = 0;
  for (const { body } of every(world, 'Job')) {
    succeeded += body.status?.succeeded ?? 0;
    failed += body.status?.failed ?? 0;
  }
  return { 'jobs.succeeded': succeeded, 'jobs.failed': failed };
}

/** Jobs and their controller, and work that fails. */
export const jobPart: DomainPart = {
  projectors: jobProjectors,
  behaviours: { 'k8s-job-controller': jobController },
  faults: {
    [WORK_FAILS]: {
      text: (target: Id, on) => (on ? `let the work of ${nameIn(target)} exit with 1` : `mend the work of ${nameIn(target)}`),
      effects: () => [],
    },
  },
  measures,
  ownerOf: ({ kind }) => (kind === 'k8s-job' ? allOf('Job') : undefined),
};

/** Begins the Job controller of a cluster. */
export const startJobs = (plan: ClusterPlan): Effect => begin(`${arnOf(plan)}#job-controller`, 'k8s-job-controller');

/** The request that makes a Job. */
export const jobCreated = (plan: ClusterPlan, body: StoredJob): ApiRequest => ({
  type: 'object.create',
  object: { id: idOf(plan, 'Job', body.metadata.name, body.metadata.namespace), kind: 'k8s-job', body },
});
