import type { Id } from '../../model/json.ts';
import type { Arriving } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { lastPart } from './arns.ts';
import type { Call, ManagedTask } from './agent/managed-task.ts';
import type { ContainerStatus } from './agent/status.ts';
import type { ContainerInput } from './container-input.ts';
import type { TaskBody } from './objects.ts';
import { taskOf } from './objects.ts';

/** What a task is begun with: the containers that its agent will run, by their ARN. */
export interface TaskInput {
  readonly containers: Readonly<Record<Id, ContainerInput>>;
  readonly launchType: 'EC2' | 'FARGATE';
}

/** What a task keeps in mind. */
export interface TaskContext extends TaskInput {
  readonly id: Id;
  /** The task as the agent of its host manages it. */
  readonly agent: ManagedTask;
  /** What the agent has just done to the containers. */
  readonly calls: readonly Call[];
}

/** Why a task is to stop: the stop code and its sentence. */
export type StopCause = Pick<TaskBody, 'stopCode' | 'stoppedReason'>;

/** What a task hears from its service, its host, its containers and its target. */
export type TaskEvent =
  | { readonly type: 'task.stop'; readonly cause: StopCause }
  | { readonly type: 'host.lost'; readonly cause: StopCause }
  | { readonly type: 'spot.interrupted' }
  | { readonly type: 'dependency.overdue' }
  | { readonly type: 'container.pulled'; readonly name: string }
  | { readonly type: 'container.running'; readonly name: string }
  | {
      readonly type: 'container.stopped';
      readonly name: string;
      readonly exitCode?: number;
      readonly reason?: string;
      /** The step that ended in an error. */
      readonly failedTo?: ContainerStatus;
    }
  | { readonly type: 'container.health'; readonly name: string; readonly status: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN' }
  | { readonly type: 'target.registered' }
  | { readonly type: 'target.draining' }
  | { readonly type: 'target.drained' };

/** What an action of a task is given. */
export interface TaskArgs {
  readonly context: TaskContext;
  readonly event: Arriving<TaskEvent>;
}

/** What an action of ours returns. */
export type Effects = Effect | readonly Effect[];

/** Does something with the task's object, which is there as long as its actor is. */
export function withTask({ context, event }: TaskArgs, make: (task: TaskBody) => Effects): Effects {
  const task = taskOf(worldOf(event), context.id);
  return task === undefined ? [] : make(task);
}

/** A task as the chain of causes names it. */
export const shortName = (id: Id): string => `task ${lastPart(id).slice(0, 3)}`;
