import type { ContainerStatus, SteadyState } from './status.ts';
import { containerStatuses, rankOf } from './status.ts';

/** One entry of `dependsOn`: START, COMPLETE, SUCCESS or HEALTHY, or CREATE, which the agent makes from links and volumesFrom. */
export interface ContainerDependency {
  readonly containerName: string;
  readonly condition: string;
}

/** A wait that the agent adds itself: before `transition`, the other container must be at `satisfiedStatus` or past it. */
export interface TransitionDependency {
  readonly transition: ContainerStatus;
  readonly containerName: string;
  readonly satisfiedStatus: ContainerStatus;
}

/** A container of a task as the agent keeps it. Times are whole seconds. */
export interface AgentContainer {
  readonly name: string;
  readonly known: ContainerStatus;
  readonly desired: ContainerStatus;
  /** The status to which a call is already on its way. */
  readonly applied?: ContainerStatus;
  readonly essential: boolean;
  readonly steadyState?: SteadyState;
  readonly dependsOn?: readonly ContainerDependency[];
  readonly transitionDependencies?: readonly TransitionDependency[];
  readonly exitCode?: number | null;
  readonly healthCheck?: boolean;
  readonly health?: string;
  readonly startTimeout?: number;
  /** Absent until it has started. */
  readonly startedSecondsAgo?: number;
  /** Whether its image can be pulled with the task execution role alone. */
  readonly imageNeedsExecutionRole?: boolean;
}

/** Where this container is content. */
export const steadyStateOf = ({ steadyState = 'RUNNING' }: AgentContainer): SteadyState => steadyState;

/** Whether the container is where it is content. */
export const isAtSteadyState = (container: AgentContainer): boolean => container.known === steadyStateOf(container);

/** Whether its process runs. */
export const isRunning = ({ known }: AgentContainer): boolean => known === 'RUNNING' || known === 'RESOURCES_PROVISIONED';

/** The status that follows the known one: from the steady state there is only STOPPED. */
export const nextStatus = (container: AgentContainer): ContainerStatus =>
  isAtSteadyState(container) ? 'STOPPED' : (containerStatuses[rankOf(container.known) + 1] ?? 'STOPPED');

/** Whether it has not started, is to stop, and no call is on its way. */
export const willNeverStart = ({ known, desired, applied = 'NONE' }: AgentContainer): boolean =>
  rankOf(known) < rankOf('RUNNING') && desired === 'STOPPED' && applied === 'NONE';
