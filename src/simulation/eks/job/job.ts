import type { Condition, Metadata, Pod, PodTemplate } from '../objects.ts';

/** `spec` of a Job. */
export type JobSpec = {
  readonly parallelism: number;
  /** Without it the Job is a work queue: the first pod that succeeds says that the work is done. */
  readonly completions?: number;
  readonly backoffLimit: number;
  readonly completionMode?: 'NonIndexed' | 'Indexed';
  readonly suspend?: boolean;
  readonly podReplacementPolicy?: 'TerminatingOrFailed' | 'Failed';
  readonly template: PodTemplate;
};

/** `status` of a Job. */
export type JobStatus = {
  readonly active: number;
  readonly ready: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly terminating?: number;
  readonly completedIndexes?: string;
  readonly conditions: readonly Condition[];
};

/** What a pass works on: a Job with every count in its status. */
export type Job = { readonly metadata: Metadata; readonly spec: JobSpec; readonly status: JobStatus };

/** A Job as `kubectl get job -o json` prints it: a count that is 0 is not there. */
export type StoredJob = {
  readonly apiVersion?: 'batch/v1';
  readonly kind?: 'Job';
  readonly metadata: Metadata;
  readonly spec: JobSpec;
  readonly status?: Partial<JobStatus> & { readonly startTime?: string; readonly completionTime?: string };
};

/** The Job with every count in its status. */
export const withCounts = ({ metadata, spec, status }: StoredJob): Job => ({
  metadata,
  spec,
  status: { active: 0, ready: 0, succeeded: 0, failed: 0, conditions: [], ...status },
});

/** Whether a Job has ended, well or badly. */
export const isJobFinished = ({ status }: Pick<StoredJob, 'status'>): boolean =>
  (status?.conditions ?? []).some((one) => (one.type === 'Complete' || one.type === 'Failed') && one.status === 'True');

/** Feature gates of the Job controller; today's releases have both on. */
export interface JobFeatures {
  readonly JobPodReplacementPolicy: boolean;
  readonly JobManagedBy: boolean;
}

/** Whether the condition that ends a Job waits until its last pod is gone. */
export const delayTerminalCondition = (features: JobFeatures): boolean => features.JobManagedBy || features.JobPodReplacementPolicy;

/** Whether a pod is replaced only when it has failed, and not as soon as it is being deleted. */
export const onlyReplaceFailedPods = ({ spec }: Job, features: JobFeatures): boolean =>
  features.JobPodReplacementPolicy && spec.podReplacementPolicy === 'Failed';

/** Whether a pod has ended. */
export const isTerminal = ({ status }: Pod): boolean => status?.phase === 'Succeeded' || status?.phase === 'Failed';
const isDeleted = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined;

/** Whether a pod still works, or will, and nobody deletes it. */
export const isPodActive = (pod: Pod): boolean => !isTerminal(pod) && !isDeleted(pod);

/** Whether a pod is being deleted and has not ended yet. */
export const isPodTerminating = (pod: Pod): boolean => !isTerminal(pod) && isDeleted(pod);
