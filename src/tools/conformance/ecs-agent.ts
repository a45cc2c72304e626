import type { ContainerExit, RestartPolicy } from '../../simulation/ecs/agent/restart-policy.ts';
import { reasonNotToRestart, taskAfterExit } from '../../simulation/ecs/agent/restart-policy.ts';
import {
  containerChange,
  firstWrite,
  isContainerChangeSent,
  isTaskChangeSent,
  setsExecutionStoppedAt,
  taskIdOf,
} from '../../simulation/ecs/agent/state-changes.ts';
import type { ContainerStatus, SteadyState, TaskStatus } from '../../simulation/ecs/agent/status.ts';
import { isReported, shownContainerStatus, shownTaskStatus, toContainerWish, toTaskStatus } from '../../simulation/ecs/agent/status.ts';
import type { StatusContainer, StatusTask } from '../../simulation/ecs/agent/task-status.ts';
import { earliestTaskStatus, newKnownStatus, updateTask } from '../../simulation/ecs/agent/task-status.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

type RestartRow =
  | ({ readonly kind: 'decision'; readonly restartPolicy: RestartPolicy } & ContainerExit)
  | { readonly kind: 'count'; readonly restarts: number }
  | { readonly kind: 'enabled'; readonly restartPolicy: RestartPolicy | null; readonly restarts: number }
  | {
      readonly kind: 'container-exits';
      readonly essential: boolean;
      readonly restartPolicy: RestartPolicy | null;
      readonly exitCode: number | null;
      readonly containerDesired: string;
      readonly restartWorks: boolean | null;
    };

/** Answers the table of the agent's restart policy. */
export const answerRestartPolicy: Answer = ({ given: row }) => {
  const given = givenAs<RestartRow>(row);
  switch (given.kind) {
    case 'decision': {
      const reasonNot = reasonNotToRestart(given.restartPolicy, given);
      return { restart: reasonNot === '', reasonNot };
    }
    case 'count':
      return { restartCount: given.restarts };
    case 'enabled':
      return { enabled: given.restartPolicy?.enabled ?? false, restartCount: given.restarts };
    case 'container-exits': {
      const { essential, restartPolicy, exitCode, containerDesired, restartWorks } = given;
      const exit = { exitCode, startedSecondsAgo: Infinity, lastRestartSecondsAgo: null, desiredStatus: containerDesired };
      const restarts = reasonNotToRestart(restartPolicy ?? {}, exit) === '';
      return taskAfterExit({ essential, restarts, restartWorks: restartWorks ?? true });
    }
  }
};

type StatusRow =
  | { readonly kind: 'known-status'; readonly taskKnown: TaskStatus; readonly containers: readonly StatusContainer[] }
  | { readonly kind: 'earliest-status'; readonly containers: readonly StatusContainer[] }
  | ({ readonly kind: 'update' } & StatusTask)
  | {
      readonly kind: 'container-to-task' | 'mapping' | 'report' | 'shown-status';
      readonly containerKnown: ContainerStatus;
      readonly steadyState: SteadyState;
    }
  | { readonly kind: 'shown-health'; readonly health: string }
  | { readonly kind: 'container-change'; readonly status: ContainerStatus }
  | { readonly kind: 'task-change'; readonly taskKnown: TaskStatus; readonly alreadySent?: TaskStatus; readonly digests: readonly string[] }
  | {
      readonly kind: 'container-change-sent';
      readonly known: ContainerStatus;
      readonly alreadySent?: ContainerStatus;
      readonly imageDigest?: string;
    }
  | { readonly kind: 'execution-stopped-at'; readonly essential: boolean; readonly known: ContainerStatus }
  | { readonly kind: 'first-write-wins'; readonly writes: readonly string[] }
  | { readonly kind: 'task-id'; readonly arn: string }
  | { readonly kind: 'wish'; readonly taskDesired: TaskStatus; readonly steadyState: SteadyState };

/** Answers the table of how the agent derives and reports statuses. */
export const answerTaskStatus: Answer = ({ given: row }) => {
  const given = givenAs<StatusRow>(row);
  switch (given.kind) {
    case 'known-status': {
      const newStatus = newKnownStatus(given.taskKnown, given.containers);
      return { newStatus, taskKnown: newStatus === 'NONE' ? given.taskKnown : newStatus };
    }
    case 'earliest-status':
      return { taskStatus: earliestTaskStatus(given.containers) };
    case 'update':
      return updateTask(given);
    case 'container-to-task':
    case 'mapping':
    case 'report':
    case 'shown-status': {
      const { containerKnown, steadyState } = given;
      const shown = shownContainerStatus(containerKnown);
      return {
        taskStatus: toTaskStatus(containerKnown, steadyState),
        containerStatusReported: shown,
        lastStatus: shown,
        reportedToEcs: isReported(containerKnown, steadyState),
      };
    }
    case 'shown-health':
      return { healthStatus: given.health };
    case 'container-change':
      return { status: containerChange(given.status) };
    case 'task-change':
      return { sent: isTaskChangeSent(given) };
    case 'container-change-sent':
      return { sent: isContainerChangeSent(given) };
    case 'execution-stopped-at':
      return { executionStoppedAtSet: setsExecutionStoppedAt(given.essential, given.known) };
    case 'first-write-wins':
      return { value: firstWrite(given.writes) };
    case 'task-id':
      return { id: taskIdOf(given.arn) };
    case 'wish':
      return {
        containerDesired: toContainerWish(given.taskDesired, given.steadyState),
        taskStatusReported: shownTaskStatus(given.taskDesired),
      };
  }
};
