import type { Millis } from '../../model/json.ts';
import type { TargetGroupBody } from './objects.ts';

/** Why a target fails its checks: the reason code and the load balancer's own sentence. */
export interface CheckFailure {
  readonly reason: 'Target.ResponseCodeMismatch' | 'Target.Timeout' | 'Target.FailedHealthChecks';
  readonly description: string;
  /** Only the check fails: requests are answered as before. */
  readonly serves?: true;
}

/** The answer of an application that is broken but listens. */
export const answers503: CheckFailure = {
  reason: 'Target.ResponseCodeMismatch',
  description: 'Health checks failed with these codes: [503]',
};

/** No answer at all: the host is gone. */
export const timesOut: CheckFailure = { reason: 'Target.Timeout', description: 'Request timed out' };

/** The connection is refused: the process is gone. */
export const refuses: CheckFailure = { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' };

/** The check asks for a path that the application does not have. */
export const answers404: CheckFailure = {
  reason: 'Target.ResponseCodeMismatch',
  description: 'Health checks failed with these codes: [404]',
  serves: true,
};

/** How long until the next check of a target whose first was at `first`. */
export function untilNextCheck(group: Pick<TargetGroupBody, 'HealthCheckIntervalSeconds'>, first: Millis, now: Millis): Millis {
  const interval = group.HealthCheckIntervalSeconds * 1000;
  return interval - ((now - first) % interval);
}

/** Whether so many checks in a row change the health of a target; for the very first success one is enough. */
export function decides(
  group: Pick<TargetGroupBody, 'HealthyThresholdCount' | 'UnhealthyThresholdCount'>,
  checks: { readonly passed: boolean; readonly inARow: number; readonly everHealthy: boolean },
): boolean {
  if (!checks.passed) return checks.inARow >= group.UnhealthyThresholdCount;
  return checks.inARow >= (checks.everHealthy ? group.HealthyThresholdCount : 1);
}
