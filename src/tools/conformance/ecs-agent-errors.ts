import type { AgentError } from '../../simulation/ecs/agent/agent-error.ts';
import { containerReason, errorMessage, isRetryable } from '../../simulation/ecs/agent/agent-error.ts';
import { settingInEffect } from '../../simulation/ecs/agent/agent-settings.ts';
import type { Backoff } from '../../simulation/ecs/agent/backoff.ts';
import { waits } from '../../simulation/ecs/agent/backoff.ts';
import type { DockerState } from '../../simulation/ecs/agent/docker-state.ts';
import { exitCodeFromEvent, exitCodeOf, healthOf, reasonOf } from '../../simulation/ecs/agent/docker-state.ts';
import type { FailedTransition } from '../../simulation/ecs/agent/failed-transition.ts';
import { afterFailure } from '../../simulation/ecs/agent/failed-transition.ts';
import type { HostImage, ImagePullBehavior, PullAttempt } from '../../simulation/ecs/agent/image-pull-behavior.ts';
import { failureName, isPullNeeded, pullOutcome } from '../../simulation/ecs/agent/image-pull-behavior.ts';
import { whenNothingCanMove } from '../../simulation/ecs/agent/next-state.ts';
import { withHint, withoutLayerUrls } from '../../simulation/ecs/agent/pull-error-text.ts';
import { stateAfterSpotNotice } from '../../simulation/ecs/agent/spot-notice.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

type Row =
  | ({ readonly kind: 'error' | 'retryable' } & AgentError)
  | { readonly kind: 'reason-text'; readonly errorName: string | null; readonly message: string }
  | { readonly kind: 'hint'; readonly errorName?: string; readonly message: string }
  | { readonly kind: 'redact'; readonly image: string; readonly message: string }
  | ({ readonly kind: 'event-error' } & FailedTransition)
  | ({ readonly kind: 'pull-needed'; readonly imagePullBehavior: ImagePullBehavior } & HostImage)
  | ({ readonly kind: 'pull' } & PullAttempt)
  | { readonly kind: 'manifest-pull'; readonly imagePullBehavior: ImagePullBehavior; readonly manifestPull: string }
  | ({ readonly kind: 'inspect' } & DockerState)
  | { readonly kind: 'inspect-health'; readonly dockerHealthStatus: string; readonly lastProbeExitCode: number | null }
  | { readonly kind: 'exit-code-from-event'; readonly eventExitCode: string | null; readonly knownExitCode: number | null }
  | { readonly kind: 'spot-notice'; readonly instanceAction?: unknown; readonly body?: string }
  | { readonly kind: 'task-reason' }
  | ({ readonly kind: 'backoff'; readonly attempts: number | null } & Backoff)
  | { readonly kind: 'setting'; readonly env: string; readonly value: string | null };

/** The output that the table's last probes wrote. */
const PROBE_OUTPUT = 'last';

/** Answers the table of the agent's errors, reasons, timeouts and retries. */
export const answerAgentErrors: Answer = ({ given: row, expect }) => {
  const given = givenAs<Row>(row);
  switch (given.kind) {
    case 'error': {
      const message = errorMessage(given);
      return { message, containerReason: containerReason(given.errorName, message), retryable: isRetryable(given) };
    }
    case 'retryable':
      return { retryable: isRetryable(given) };
    case 'reason-text':
      return { reason: containerReason(given.errorName, given.message) };
    case 'hint':
      return { errorName: given.errorName, message: withHint(given.message, given.errorName) };
    case 'redact':
      return { message: withoutLayerUrls(given.message, given.image) };
    case 'event-error':
      return { ...afterFailure(given) };
    case 'pull-needed':
      return { pull: isPullNeeded(given.imagePullBehavior, given) };
    case 'pull':
      return pullOutcome(given);
    case 'manifest-pull': {
      const { taskDesired } = afterFailure({ ...given, transitionTo: 'MANIFEST_PULLED', known: 'NONE' });
      return { errorName: failureName(given.manifestPull, 'CannotPullImageManifestError'), taskDesired: taskDesired ?? 'RUNNING' };
    }
    case 'inspect':
      return { exitCode: exitCodeOf(given), reason: reasonOf(given) };
    case 'inspect-health': {
      const { dockerHealthStatus, lastProbeExitCode: exitCode } = given;
      return healthOf(dockerHealthStatus, exitCode === null ? undefined : { exitCode, output: PROBE_OUTPUT });
    }
    case 'exit-code-from-event':
      return { exitCode: exitCodeFromEvent(given.knownExitCode, given.eventExitCode) };
    case 'spot-notice':
      return { containerInstanceState: stateAfterSpotNotice(given.body ?? JSON.stringify(given.instanceAction ?? null)) };
    case 'task-reason':
      return { ...whenNothingCanMove({ taskKnown: 'RUNNING', taskDesired: 'STOPPED' }, []) };
    case 'backoff': {
      const shown = expect['waitsMsWithoutJitter'];
      // Waits without end are compared as far as the row shows them.
      const count = given.attempts === null ? (Array.isArray(shown) ? shown.length : 0) : given.attempts - 1;
      return { waitsMsWithoutJitter: waits(given, count) };
    }
    case 'setting':
      return settingInEffect(given.env, given.value ?? undefined);
  }
};
