import { containerReason, errorMessage } from './agent-error.ts';

/** The state of a container as Docker shows it. */
export interface DockerState {
  readonly running: boolean;
  readonly exitCode: number;
  /** Year 1 while it has not finished. */
  readonly finishedAt: string;
  readonly oomKilled: boolean;
  readonly stateError: string;
}

const NEVER = '0001-01-01T00:00:00Z';

/** The exit code that counts: only of a container that has run and ended. */
export const exitCodeOf = ({ running, finishedAt, exitCode }: DockerState): number | null =>
  running || finishedAt === NEVER ? null : exitCode;

/** The reason that ECS shows: out of memory before Docker's own error. */
export function reasonOf({ oomKilled, stateError }: DockerState): string | null {
  if (oomKilled) return containerReason('OutOfMemoryError', errorMessage({ errorName: 'OutOfMemoryError' }));
  return stateError === '' ? null : containerReason('DockerStateError', stateError);
}

/** The exit code after Docker's die event: one that is known is kept. */
export function exitCodeFromEvent(known: number | null, event: string | null): number | null {
  if (known !== null || event === null) return known;
  return /^[+-]?\d+$/.test(event) ? Number(event) : null;
}

/** The last probe of a container's health check. */
export interface Probe {
  readonly exitCode: number;
  readonly output: string;
}

/** How much of a probe's output is kept. */
const LONGEST_OUTPUT = 1024;

/** A container's health as ECS shows it; the exit code is told only of an unhealthy one. */
export function healthOf(
  status: string,
  lastProbe: Probe | undefined,
): {
  readonly healthStatus: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN';
  readonly healthExitCode: number;
  readonly healthOutput: string;
} {
  if (status === '' || status === 'starting') return { healthStatus: 'UNKNOWN', healthExitCode: 0, healthOutput: '' };
  const healthOutput = lastProbe?.output.slice(0, LONGEST_OUTPUT) ?? '';
  if (status === 'unhealthy') return { healthStatus: 'UNHEALTHY', healthExitCode: lastProbe?.exitCode ?? 0, healthOutput };
  return { healthStatus: status === 'healthy' ? 'HEALTHY' : 'UNKNOWN', healthExitCode: 0, healthOutput };
}
