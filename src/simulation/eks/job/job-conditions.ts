import type { Condition } from '../objects.ts';
import { conditionOf, withCondition } from '../objects.ts';
import type { JobFeatures } from './job.ts';
import { delayTerminalCondition } from './job.ts';

/** How a Job ends, and why. */
export interface Ending {
  readonly type: 'Complete' | 'Failed';
  readonly reason: string;
  readonly message: string;
}

export const backoffLimitExceeded: Ending = {
  type: 'Failed',
  reason: 'BackoffLimitExceeded',
  message: 'Job has reached the specified backoff limit',
};

/** The good end of a Job. The releases that did not announce an end gave no reason for this one. */
export const completionsReached = (features: JobFeatures): Ending =>
  delayTerminalCondition(features)
    ? { type: 'Complete', reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' }
    : { type: 'Complete', reason: '', message: '' };

const announcedAs = { Complete: 'SuccessCriteriaMet', Failed: 'FailureTarget' } as const;

/** The conditions of a Job that ends: the end is announced first, and comes when no pod is terminating any more. */
export function withEnding(
  conditions: readonly Condition[],
  { type, ...why }: Ending,
  terminating: number,
  features: JobFeatures,
  now: string,
): readonly Condition[] {
  const final = { type, status: 'True', ...why };
  if (!delayTerminalCondition(features)) return withCondition(conditions, final, now);
  const announced = withCondition(conditions, { ...final, type: announcedAs[type] }, now);
  return terminating > 0 ? announced : withCondition(announced, final, now);
}

/** The conditions with Suspended as the Job now is; one that was never suspended does not say that it was resumed. */
export function withSuspended(conditions: readonly Condition[], suspend: boolean, now: string): readonly Condition[] {
  if (suspend)
    return withCondition(conditions, { type: 'Suspended', status: 'True', reason: 'JobSuspended', message: 'Job suspended' }, now);
  if (conditionOf(conditions, 'Suspended') === undefined) return conditions;
  return withCondition(conditions, { type: 'Suspended', status: 'False', reason: 'JobResumed', message: 'Job resumed' }, now);
}
