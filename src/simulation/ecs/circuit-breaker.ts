/** How the number of failures is found at which a deployment has failed. */
export interface ThresholdConfiguration {
  readonly type?: 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT' | 'COUNT' | undefined;
  readonly value?: number | undefined;
}

/** The number of failed tasks at which the deployment circuit breaker fails a deployment. */
export function breakerThreshold(desiredCount: number, { type = 'BOUNDED_PERCENT', value = 50 }: ThresholdConfiguration = {}): number {
  if (type === 'COUNT') return value;
  const share = Math.ceil((desiredCount * value) / 100);
  return type === 'UNBOUNDED_PERCENT' ? share : Math.max(3, Math.min(share, 200));
}
