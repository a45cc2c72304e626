import type { Pod } from '../objects.ts';
import { isReady } from '../objects.ts';
import type { BackoffRecord } from './backoff-record.ts';
import { newBackoffRecord } from './backoff-record.ts';
import { completionIndexes, indexesFromString, indexesToString, inOrder, isCounted } from './completion-index.ts';
import { getFinishedTime } from './finished-time.ts';
import type { Job, JobFeatures, JobStatus } from './job.ts';
import { delayTerminalCondition, isPodActive, isPodTerminating, onlyReplaceFailedPods } from './job.ts';
import type { Ending } from './job-conditions.ts';
import { backoffLimitExceeded, completionsReached, withEnding, withSuspended } from './job-conditions.ts';
import type { Counted, Managed } from './manage-job.ts';
import { manageJob } from './manage-job.ts';

/** One pass over a Job: what becomes of its pods, its status, and the record of its failures. */
export interface Synced extends Managed {
  readonly status: JobStatus;
  readonly backoff: BackoffRecord;
}

/** Whether a pod has succeeded. */
export const succeeds = ({ status }: Pod): boolean => status?.phase === 'Succeeded';

/** Whether a pod counts as failed. One on its way out does, unless the Job waits for it to fail by itself. */
export const isPodFailed = (job: Job, features: JobFeatures, pod: Pod): boolean =>
  pod.status?.phase === 'Failed' || (!onlyReplaceFailedPods(job, features) && isPodTerminating(pod));

/**
 * One pass of the Job controller. `pods` are those of the Job that no earlier pass has counted; `leaving` says how many others
 * are being deleted and have not ended yet.
 */
export function syncJob(job: Job, pods: readonly Pod[], record: BackoffRecord, features: JobFeatures, now: number, leaving = 0): Synced {
  const counted = count(job, pods, record, features);
  const { managed, ending, suspended } = passOver(job, counted, features, now);
  const terminating = leaving + pods.filter(isPodTerminating).length + managed.deleted.length;
  const ready = pods.filter(isPodActive).filter(isReady).length - managed.deleted.filter(isReady).length;
  const time = new Date(now).toISOString();
  const conditions = suspended ? withSuspended(job.status.conditions, job.spec.suspend ?? false, time) : job.status.conditions;
  const status: JobStatus = {
    active: managed.active,
    ready,
    succeeded: counted.succeeded,
    failed: failedAfter(job, counted, ending, features),
    ...(features.JobPodReplacementPolicy ? { terminating } : {}),
    ...(job.spec.completionMode === 'Indexed' ? { completedIndexes: indexesToString(counted.succeededIndexes) } : {}),
    conditions: ending === undefined ? conditions : withEnding(conditions, ending, terminating, features, time),
  };
  return { ...managed, status, backoff: counted.backoff };
}

interface Tally extends Counted {
  readonly failed: number;
}

function count(job: Job, pods: readonly Pod[], record: BackoffRecord, features: JobFeatures): Tally {
  const { completedIndexes = '', ...before } = job.status;
  const { completionMode, completions = 0 } = job.spec;
  const valid = pods.filter((pod) => isCounted(job.spec, pod));
  const succeeded = valid.filter(succeeds);
  const failed = valid.filter((pod) => isPodFailed(job, features, pod));
  const succeededIndexes = inOrder([...indexesFromString(completedIndexes, completions), ...completionIndexes(succeeded, completions)]);
  return {
    pods,
    succeeded: completionMode === 'Indexed' ? succeededIndexes.length : before.succeeded + succeeded.length,
    failed: before.failed + failed.length,
    succeededIndexes,
    backoff: newBackoffRecord(record, succeeded.map(getFinishedTime), failed.map(getFinishedTime)),
  };
}

/** What a pass does, and how the Job ends, if it does. `suspended` says whether the pass looked at that. */
interface Pass {
  readonly managed: Managed;
  readonly ending: Ending | undefined;
  readonly suspended: boolean;
}

function passOver(job: Job, counted: Tally, features: JobFeatures, now: number): Pass {
  const active = counted.pods.filter(isPodActive);
  if (counted.failed > job.spec.backoffLimit) {
    return { managed: { active: 0, deleted: active, created: 0 }, ending: backoffLimitExceeded, suspended: false };
  }
  const isDeleted = job.metadata.deletionTimestamp !== undefined;
  const managed = isDeleted ? { active: active.length, deleted: [], created: 0 } : manageJob(job, counted, features, now);
  const isComplete = counted.succeeded >= (job.spec.completions ?? 1) && managed.active === 0;
  return { managed, ending: isComplete ? completionsReached(features) : undefined, suspended: !isDeleted && !isComplete };
}

/** When a Job ends without having announced that it succeeds, every pod that has not ended by then has failed. */
function failedAfter(job: Job, { pods, failed }: Tally, ending: Ending | undefined, features: JobFeatures): number {
  if (ending === undefined || (ending.type === 'Complete' && delayTerminalCondition(features))) return failed;
  const unfinished = pods.filter((pod) => isCounted(job.spec, pod) && !succeeds(pod) && !isPodFailed(job, features, pod));
  return failed + unfinished.length;
}
