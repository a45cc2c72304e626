import { printDuration } from './go-duration.ts';

/** An error of the agent: its name, and what it happened to. */
export interface AgentError {
  readonly errorName: string;
  /** The error underneath: its text, or its name where that is what decides. */
  readonly cause?: string;
  /** The status that was not reached, as a verb: started, pulled. */
  readonly transition?: string;
  readonly timeoutSeconds?: number;
  readonly containerId?: string;
  readonly taskArn?: string;
}

/** What each error says; those that are not here say what their cause says. */
const texts: Readonly<Record<string, (error: AgentError) => string>> = {
  DockerTimeoutError: ({ transition = '', timeoutSeconds = 0 }) =>
    `Could not transition to ${transition}; timed out after waiting ${printDuration(timeoutSeconds)}`,
  OutOfMemoryError: () => 'Container killed due to memory usage',
  ContainerVanishedError: () => 'No container matching saved ID found',
  NoSuchContainerError: ({ containerId = '' }) => `Container not found: ${containerId}`,
  ImpossibleStateTransitionError: ({ transition = '' }) => `Cannot transition to ${transition}`,
  TaskDependencyError: ({ taskArn = '' }) => `Task dependencies cannot be resolved, taskArn: ${taskArn}`,
  TaskStoppedBeforePullBeginError: ({ taskArn = '' }) => `Task stopped before image pull could begin for task: ${taskArn}`,
  ResourceInitializationError: ({ taskArn = '', cause = '' }) => `resource cannot be initialized for task ${taskArn}: ${cause}`,
};

/** The longest reason that goes to ECS. */
const LONGEST_REASON = 1024;

/** The text of an error. */
export const errorMessage = (error: AgentError): string => texts[error.errorName]?.(error) ?? error.cause ?? '';

/** The reason that ECS shows for a container. */
export const containerReason = (errorName: string | null, message: string): string =>
  `${errorName ?? 'UnknownError'}: ${message}`.slice(0, LONGEST_REASON);

/** Whether the agent tries again; undefined where the error does not say. A stop is not repeated for a container that is gone. */
export function isRetryable({ errorName, cause }: AgentError): boolean | undefined {
  switch (errorName) {
    case 'DockerTimeoutError':
      return true;
    case 'CannotStopContainerError':
      return cause !== 'NoSuchContainerError';
    case 'CannotPullECRContainerError':
    case 'CannotPullContainerAuthError':
    case 'InvalidVolumeError':
      return false;
    default:
      return undefined;
  }
}
