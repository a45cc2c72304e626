/** How the number of failures is found at which a deployment has failed. */
export interface ThresholdConfiguration {
  readonly type?: 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT' | 'COUNT' | undefined;
  readonly value?: number | undefined;
}

/** What a service has that sets nothing about its circuit breaker. */
export const breakerDefaults = { type: 'BOUNDED_PERCENT', value: 50, resetOnHealthyTask: true } as const;

/** The bounds of a bounded percentage; until January 2024 the minimum was 10. */
const todaysBounds = { minimum: 3, maximum: 200 };

/** The number of failed tasks at which the deployment circuit breaker fails a deployment. */
export function breakerThreshold(
  desiredCount: number,
  { type = breakerDefaults.type, value = breakerDefaults.value }: ThresholdConfiguration = {},
  { minimum, maximum } = todaysBounds,
): number {
  if (type === 'COUNT') return value;
  const share = Math.ceil((desiredCount * value) / 100);
  return type === 'UNBOUNDED_PERCENT' ? share : Math.max(minimum, Math.min(share, maximum));
}

/** How a new task of a deployment turned out. */
export type Outcome = 'fail' | 'healthy';

/** The failures that count after these outcomes, in order, until the breaker opens; a healthy task may begin the count anew. */
export function countFailures(
  outcomes: readonly Outcome[],
  threshold: number,
  resetOnHealthyTask: boolean = breakerDefaults.resetOnHealthyTask,
): number {
  let failures = 0;
  for (const outcome of outcomes) {
    if (failures >= threshold) break;
    if (outcome === 'fail') failures += 1;
    else if (resetOnHealthyTask) failures = 0;
  }
  return failures;
}

/** What a failure is: at first a task that does not reach RUNNING, and once a task of the deployment runs, one that fails its health checks. */
export const breakerStage = (runningTasks: number): 1 | 2 => (runningTasks > 0 ? 2 : 1);
