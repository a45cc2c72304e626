/** What the Job controller remembers of the failures of a Job. */
export interface BackoffRecord {
  readonly failuresAfterLastSuccess: number;
  readonly lastFailureTime?: number;
}

const DEFAULT_BACKOFF = 10_000;
const MAX_BACKOFF = 600_000;

/** The record after pods that finished at these times. A failure counts only when it comes after the last success. */
export function newBackoffRecord(record: BackoffRecord, succeededAt: readonly number[], failedAt: readonly number[]): BackoffRecord {
  const lastSuccess = Math.max(...succeededAt);
  const failures = failedAt.filter((time) => time > lastSuccess);
  const before = succeededAt.length === 0 ? record : { failuresAfterLastSuccess: 0 };
  if (failures.length === 0) return before;
  return { failuresAfterLastSuccess: before.failuresAfterLastSuccess + failures.length, lastFailureTime: Math.max(...failures) };
}

/** How long no pod may be created yet: from the last failure on, a pause that doubles with each failure. */
export function getRemainingTime(
  { failuresAfterLastSuccess, lastFailureTime }: BackoffRecord,
  now: number,
  defaultBackoff = DEFAULT_BACKOFF,
  maxBackoff = MAX_BACKOFF,
): number {
  if (failuresAfterLastSuccess === 0 || lastFailureTime === undefined) return 0;
  const pause = Math.min(defaultBackoff * 2 ** (failuresAfterLastSuccess - 1), maxBackoff);
  return Math.max(0, pause - (now - lastFailureTime));
}
