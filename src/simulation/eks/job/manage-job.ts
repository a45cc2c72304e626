import type { Pod } from '../objects.ts';
import { activePodsForRemoval } from './active-pods-for-removal.ts';
import type { BackoffRecord } from './backoff-record.ts';
import { getRemainingTime } from './backoff-record.ts';
import { completionIndexes, firstPendingIndexes, inOrder } from './completion-index.ts';
import type { Job, JobFeatures } from './job.ts';
import { isPodActive, isPodTerminating, onlyReplaceFailedPods } from './job.ts';

/** As much as one pass creates or deletes. */
const MAX_PODS = 500;

/** What a pass knows of the pods of a Job before it creates or deletes any. */
export interface Counted {
  readonly pods: readonly Pod[];
  readonly succeeded: number;
  readonly succeededIndexes: readonly number[];
  readonly backoff: BackoffRecord;
}

/** What a pass does to the pods of a Job, and how many it then reports as active. */
export interface Managed {
  readonly active: number;
  readonly deleted: readonly Pod[];
  readonly created: number;
  /** The completion indexes of the pods created, when the Job is Indexed. */
  readonly createdIndexes?: readonly number[];
}

/** Brings the number of active pods to what a Job asks for. One pass either deletes or creates, and deleting comes first. */
export function manageJob(job: Job, counted: Counted, features: JobFeatures, now: number): Managed {
  const pods = counted.pods.filter(isPodActive);
  const active = pods.length;
  if (job.spec.suspend === true) return { active: 0, deleted: pods, created: 0 };
  const wanted = wantActive(job, counted.succeeded, active);
  const deleted = activePodsForRemoval(job.spec, pods, Math.max(0, active - wanted)).slice(0, MAX_PODS);
  if (deleted.length > 0) return { active: active - deleted.length, deleted, created: 0 };
  const waitedFor = onlyReplaceFailedPods(job, features) ? counted.pods.filter(isPodTerminating) : [];
  const missing = wanted - waitedFor.length - active;
  if (missing <= 0) return { active, deleted, created: 0 };
  // Until the pause is over Kubernetes reports no active pod, whatever runs.
  if (getRemainingTime(counted.backoff, now) > 0) return { active: 0, deleted, created: 0 };
  return created(job, counted, [...pods, ...waitedFor], active, Math.min(missing, MAX_PODS));
}

/** As many as may run at once, and no more than there are completions left; a work queue that succeeded is left alone. */
function wantActive({ spec: { completions, parallelism } }: Job, succeeded: number, active: number): number {
  if (completions === undefined) return succeeded > 0 ? active : parallelism;
  return Math.max(0, Math.min(completions - succeeded, parallelism));
}

function created({ spec }: Job, counted: Counted, holding: readonly Pod[], active: number, count: number): Managed {
  if (spec.completionMode !== 'Indexed') return { active: active + count, deleted: [], created: count };
  const { completions = 0 } = spec;
  const taken = inOrder([...counted.succeededIndexes, ...completionIndexes(holding, completions)]);
  const createdIndexes = firstPendingIndexes(taken, count, completions);
  return { active: active + createdIndexes.length, deleted: [], created: createdIndexes.length, createdIndexes };
}
