import type { AgentContainer } from './agent-container.ts';
import { isAtSteadyState, isRunning, nextStatus } from './agent-container.ts';
import type { Blocked, Surroundings } from './blocked.ts';
import { blockedBecause } from './blocked.ts';
import type { ContainerStatus, TaskStatus } from './status.ts';
import { rankOf } from './status.ts';

/** One decision of the agent about one container: NONE stays; without `actionRequired` the status is set without a call to Docker. */
export interface Transition {
  readonly nextState: ContainerStatus;
  readonly actionRequired: boolean;
  readonly blocked?: Blocked;
}

/** The step that a container may take now. */
export function containerNextState(container: AgentContainer, all: readonly AgentContainer[], around?: Surroundings): Transition {
  const stay = { nextState: 'NONE', actionRequired: false } as const;
  if (rankOf(container.known) >= rankOf(container.desired)) {
    return { ...stay, blocked: { because: 'at or past desired status', terminal: false } };
  }
  const blocked = blockedBecause(container, all, around);
  if (blocked !== undefined) return { ...stay, blocked };
  if (container.desired !== 'STOPPED') return { nextState: nextStatus(container), actionRequired: true };
  if (isRunning(container)) return { nextState: 'STOPPED', actionRequired: true };
  // A start that is on its way comes back running: calling the container stopped now would leave it running for ever.
  return container.applied === 'RUNNING' ? stay : { nextState: 'STOPPED', actionRequired: false };
}

/** What a container that can never start becomes: Docker's exit code of SIGTERM, though no signal was sent. */
export const stoppedByDependency = { known: 'STOPPED', desired: 'STOPPED', exitCode: 143 } as const;

/**
 * What becomes of a task of which no container can move or waits for another: one that should stop is called stopped;
 * otherwise it is stopped when an essential container is not at its steady state.
 */
export function whenNothingCanMove(
  task: { readonly taskKnown: TaskStatus; readonly taskDesired: TaskStatus },
  containers: readonly AgentContainer[],
): { readonly taskKnown: TaskStatus; readonly taskDesired: TaskStatus; readonly reason?: string } {
  if (task.taskDesired === 'STOPPED') {
    return { taskKnown: 'STOPPED', taskDesired: 'STOPPED', reason: "TaskStateError: Agent could not progress task's state to stopped" };
  }
  const stuck = containers.some((container) => container.essential && !isAtSteadyState(container));
  return { ...task, taskDesired: stuck ? 'STOPPED' : task.taskDesired };
}
