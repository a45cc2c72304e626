import type { AgentContainer } from '../../simulation/ecs/agent/agent-container.ts';
import { nextStatus, willNeverStart } from '../../simulation/ecs/agent/agent-container.ts';
import type { Surroundings } from '../../simulation/ecs/agent/blocked.ts';
import { blockedBecause, blockedByTransition, isSatisfied } from '../../simulation/ecs/agent/blocked.ts';
import { canResolve, hasTimedOut, isResolved, isSteadyStateResolved } from '../../simulation/ecs/agent/dependency-condition.ts';
import { containerNextState, stoppedByDependency, whenNothingCanMove } from '../../simulation/ecs/agent/next-state.ts';
import { onePass } from '../../simulation/ecs/agent/pass.ts';
import { mayStop } from '../../simulation/ecs/agent/shutdown-order.ts';
import type { ContainerStatus, TaskStatus } from '../../simulation/ecs/agent/status.ts';
import type { ResourceStatus } from '../../simulation/ecs/agent/task-resource.ts';
import { isResourceReady, nextResourceStatus } from '../../simulation/ecs/agent/task-resource.ts';
import { dependenciesAreValid } from '../../simulation/ecs/agent/valid-dependencies.ts';
import type { Script } from './ecs-task-walk.ts';
import { walk } from './ecs-task-walk.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

/** A container as a row gives it: what it leaves out is NONE and wished to run. */
type Given = Partial<AgentContainer>;

const container = (given: Given): AgentContainer => ({ name: 'target', known: 'NONE', desired: 'RUNNING', essential: false, ...given });

const pauses = (status: ContainerStatus): Given => (status === 'RESOURCES_PROVISIONED' ? { steadyState: status } : {});

type Pair = {
  readonly condition: string;
  readonly targetKnown?: ContainerStatus;
  readonly targetDesired?: ContainerStatus;
  readonly dependencyKnown?: ContainerStatus;
  readonly dependencyDesired?: ContainerStatus;
  readonly dependencyExitCode?: number | null;
  readonly dependencyHealth?: string;
  readonly dependencyHasHealthCheck?: boolean;
};

type TransitionRow = {
  readonly targetKnown: ContainerStatus;
  readonly targetDesired?: ContainerStatus;
  readonly transition: ContainerStatus;
  readonly dependencyKnown: ContainerStatus;
  readonly satisfiedStatus: ContainerStatus;
};

type Row =
  | ({ readonly kind: 'can-resolve' } & Pair)
  | ({ readonly kind: 'is-resolved'; readonly pullUpfront: boolean } & Pair)
  | { readonly kind: 'timed-out'; readonly condition: string; readonly dependencyStartTimeout: number; readonly dependencyStarted: string }
  | { readonly kind: 'steady-state-dependency'; readonly targetDesired: ContainerStatus; readonly dependencyKnown: ContainerStatus }
  | ({ readonly kind: 'transition-dependency' } & TransitionRow)
  | {
      readonly kind: 'resource-dependency';
      readonly targetKnown: ContainerStatus;
      readonly transition: ContainerStatus;
      readonly resourceKnown: ResourceStatus;
      readonly resourceRequired: ResourceStatus;
    }
  | {
      readonly kind: 'resource-waits-for-container';
      readonly resourceKnown: ResourceStatus;
      readonly resourceNext: ResourceStatus;
      readonly containerKnown: ContainerStatus;
      readonly satisfiedStatus: ContainerStatus;
    }
  | {
      readonly kind: 'may-stop';
      readonly target: Given;
      readonly others: readonly { readonly name: string; readonly known: ContainerStatus; readonly dependsOn: readonly string[] }[];
    }
  | { readonly kind: 'may-move'; readonly target: string; readonly containers: readonly Given[] }
  | { readonly kind: 'valid' | 'pass' | 'terminal-error'; readonly containers: readonly Given[] }
  | ({ readonly kind: 'will-never-start' } & Given)
  | ({
      readonly kind: 'next-state';
      readonly transitionDependency?: Omit<TransitionRow, 'targetKnown'>;
      readonly executionRoleCredentialsPresent?: boolean;
    } & Given)
  | { readonly kind: 'next-state-of-app'; readonly containers: readonly Given[]; readonly pullUpfront: boolean }
  | {
      readonly kind: 'nothing-can-move';
      readonly containers: readonly Given[];
      readonly taskKnown?: TaskStatus;
      readonly taskDesired: TaskStatus;
    }
  | ({ readonly kind: 'walk'; readonly containers: readonly Given[] } & Script);

function pair(given: Pair): readonly [AgentContainer, AgentContainer, string] {
  const target = container({ known: given.targetKnown ?? 'NONE', desired: given.targetDesired ?? 'RUNNING' });
  const dependency = container({
    name: 'dependency',
    known: given.dependencyKnown ?? 'NONE',
    desired: given.dependencyDesired ?? 'RUNNING',
    exitCode: given.dependencyExitCode ?? null,
    health: given.dependencyHealth ?? 'UNKNOWN',
    healthCheck: given.dependencyHasHealthCheck ?? false,
  });
  return [target, dependency, given.condition];
}

/** The two containers of a wait that the agent adds itself. */
function tied(
  target: Given,
  { transition, satisfiedStatus, dependencyKnown }: Omit<TransitionRow, 'targetKnown'>,
): readonly AgentContainer[] {
  const wait = { transition, satisfiedStatus, containerName: 'dependency' };
  return [container({ ...target, transitionDependencies: [wait] }), container({ name: 'dependency', known: dependencyKnown })];
}

const decision = (all: readonly AgentContainer[], target: AgentContainer, around: Surroundings) => {
  const { nextState, actionRequired, blocked } = containerNextState(target, all, around);
  return { nextState, actionRequired, blockedBecause: blocked?.because ?? null, terminal: blocked?.terminal ?? false };
};

function named(all: readonly AgentContainer[], wanted: string): AgentContainer {
  const found = all.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`The row has no container ${wanted}.`);
  return found;
}

/** Answers the table of how the agent orders the containers of a task. */
export const answerContainerDependencies: Answer = ({ given: row }) => {
  const given = givenAs<Row>(row);
  switch (given.kind) {
    case 'can-resolve':
      return { canResolve: canResolve(...pair(given)) };
    case 'is-resolved':
      return { resolved: isResolved(given.pullUpfront)(...pair(given)) };
    case 'timed-out': {
      const startedSecondsAgo = given.dependencyStarted === 'long before now' ? Infinity : -Infinity;
      return { timedOut: hasTimedOut(container({ startTimeout: given.dependencyStartTimeout, startedSecondsAgo }), given.condition) };
    }
    case 'steady-state-dependency':
      return { resolved: isSteadyStateResolved(container({ desired: given.targetDesired }), container({ known: given.dependencyKnown })) };
    case 'transition-dependency': {
      const all = tied({ known: given.targetKnown, desired: given.targetDesired ?? 'RUNNING' }, given);
      return { blockedBecause: blockedByTransition(named(all, 'target'), all)?.because ?? null };
    }
    case 'resource-dependency': {
      const applies = nextStatus(container({ known: given.targetKnown })) === given.transition;
      return { resolved: !applies || isResourceReady(given.resourceKnown, given.resourceRequired) };
    }
    case 'resource-waits-for-container': {
      const applies = nextResourceStatus(given.resourceKnown) === given.resourceNext;
      const waits = applies && !isSatisfied(given.containerKnown, given.satisfiedStatus);
      return { blockedBecause: waits ? "resource's dependency on containers not resolved" : null };
    }
    case 'may-stop': {
      const others = given.others.map(({ dependsOn, ...other }) =>
        container({ ...other, dependsOn: dependsOn.map((containerName) => ({ containerName, condition: 'START' })) }),
      );
      return { mayStop: mayStop(container(given.target), others) };
    }
    case 'may-move': {
      const all = given.containers.map(container);
      return { mayMove: blockedBecause(named(all, given.target), all) === undefined };
    }
    case 'valid':
      return { dependenciesValid: dependenciesAreValid(given.containers.map(container)) };
    case 'pass':
    case 'terminal-error': {
      const { transitions, stopped } = onePass(given.containers.map(container));
      return { transitions, stopped, exitCode: stoppedByDependency.exitCode };
    }
    case 'will-never-start':
      return { willNeverStart: willNeverStart(container(given)) };
    case 'next-state': {
      const target = { ...given, ...pauses(given.desired ?? 'RUNNING'), ...pauses(given.known ?? 'NONE') };
      const all = given.transitionDependency === undefined ? [container(target)] : tied(target, given.transitionDependency);
      return decision(all, named(all, 'target'), given);
    }
    case 'next-state-of-app': {
      const all = given.containers.map(container);
      return decision(all, named(all, 'app'), given);
    }
    case 'nothing-can-move': {
      const task = whenNothingCanMove(
        { taskKnown: given.taskKnown ?? 'NONE', taskDesired: given.taskDesired },
        given.containers.map(container),
      );
      return { ...task, containerDesired: task.taskDesired === 'STOPPED' ? 'STOPPED' : given.containers[0]?.desired };
    }
    case 'walk':
      return walk(given.containers.map(container), given);
  }
};
