/** The restart policy of a container definition; the period is in seconds. */
export interface RestartPolicy {
  readonly enabled?: boolean;
  readonly ignoredExitCodes?: readonly number[];
  readonly restartAttemptPeriod?: number;
}

/** What the agent knows of a container whose process has just ended. Times are seconds before the exit. */
export interface ContainerExit {
  readonly exitCode: number | null;
  readonly startedSecondsAgo: number;
  /** Null when the agent has not restarted it yet; once it has, the period counts from the last restart alone. */
  readonly lastRestartSecondsAgo: number | null;
  readonly desiredStatus: string;
}

/** Why the agent does not restart a container, in its own words; empty when it does. */
export function reasonNotToRestart(policy: RestartPolicy, exit: ContainerExit): string {
  const { enabled = false, ignoredExitCodes = [], restartAttemptPeriod = 0 } = policy;
  if (!enabled) return 'restart policy is not enabled';
  if (exit.desiredStatus === 'STOPPED') return "container's desired status is stopped";
  if (exit.exitCode === null) return 'exit code is nil';
  if (ignoredExitCodes.includes(exit.exitCode)) return `exit code ${exit.exitCode} should be ignored`;
  const ran = exit.lastRestartSecondsAgo ?? exit.startedSecondsAgo;
  return ran < restartAttemptPeriod ? 'attempt reset period has not elapsed' : '';
}

/** What becomes of the task when a container's process ends. A restart hides the exit, even of an essential container. */
export function taskAfterExit(exit: { readonly essential: boolean; readonly restarts: boolean; readonly restartWorks: boolean }): {
  readonly taskDesired: 'RUNNING' | 'STOPPED';
  readonly restartCount: number;
} {
  const { essential, restarts, restartWorks } = exit;
  const goesOn = restarts && restartWorks;
  return { taskDesired: essential && !goesOn ? 'STOPPED' : 'RUNNING', restartCount: restarts ? 1 : 0 };
}
