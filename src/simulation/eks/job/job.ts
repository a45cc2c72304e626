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

/** A Job as `kubectl get job -o json` prints it. */
export type Job = { readonly metadata: Metadata; readonly spec: JobSpec; readonly status: JobStatus };

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

const isTerminal = ({ status }: Pod): boolean => status?.phase === 'Succeeded' || status?.phase === 'Failed';
const isDeleted = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined;

/** Whether a pod still works, or will, and nobody deletes it. */
export const isPodActive = (pod: Pod): boolean => !isTerminal(pod) && !isDeleted(pod);

/** Whether a pod is being deleted and has not ended yet. */
export const isPodTerminating = (pod: Pod): boolean => !isTerminal(pod) && isDeleted(pod);
