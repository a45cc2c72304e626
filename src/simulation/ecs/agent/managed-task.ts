import type { AgentContainer, ContainerDependency } from './agent-container.ts';
import { reasonToGiveUp } from './dependency-error.ts';
import { afterFailure } from './failed-transition.ts';
import type { ImagePullBehavior } from './image-pull-behavior.ts';
import { stoppedByDependency } from './next-state.ts';
import { onePass } from './pass.ts';
import type { ContainerStatus, TaskStatus } from './status.ts';
import { updateTask } from './task-status.ts';

/** What the agent is told of a container by its task definition. */
export interface Managed {
  readonly name: string;
  readonly image: string;
  readonly essential: boolean;
  readonly dependsOn?: readonly ContainerDependency[];
  readonly healthCheck?: boolean;
  /** In seconds. */
  readonly startTimeout?: number;
}

/** How far a container has come, as the agent keeps it. */
interface Progress {
  readonly known: ContainerStatus;
  readonly applied?: ContainerStatus;
  readonly stops?: true;
  readonly exitCode?: number;
  readonly health?: string;
  /** In ms. */
  readonly startedAt?: number;
}

/** A task as the agent manages it; containers by their place in the definition. */
export interface ManagedTask {
  readonly known: TaskStatus;
  readonly desired: TaskStatus;
  readonly progress: readonly Progress[];
}

/** What the agent learns of a container, at a time in ms. */
export interface News {
  readonly name: string;
  readonly at: number;
  readonly known?: ContainerStatus;
  readonly exitCode?: number;
  readonly health?: string;
  /** The step that ended in an error. */
  readonly failedTo?: ContainerStatus;
}

/** What the agent has done to a container now. */
export type Call =
  | { readonly do: 'pull' | 'start' | 'stop'; readonly name: string }
  /** It can never start. */
  | { readonly do: 'giveUp'; readonly name: string; readonly exitCode: number; readonly reason: string };

/** A task that the agent has just accepted: pulling the manifests of its images waits for nothing. */
export const acceptedTask = (containers: readonly Managed[]): ManagedTask => ({
  known: 'NONE',
  desired: 'RUNNING',
  progress: containers.map(() => ({ known: 'MANIFEST_PULLED' })),
});

/** The containers as the agent's rules look at them. */
export const viewOf = (containers: readonly Managed[], { progress }: ManagedTask, now: number): readonly AgentContainer[] =>
  containers.map((container, index): AgentContainer => {
    const { known = 'NONE', stops, startedAt, ...rest } = progress[index] ?? {};
    const started = startedAt === undefined ? {} : { startedSecondsAgo: (now - startedAt) / 1000 };
    return { ...container, ...rest, ...started, known, desired: stops === true ? 'STOPPED' : 'RUNNING' };
  });

/** The task after news of a container, with its own status and wishes recomputed. */
export function afterNews(containers: readonly Managed[], task: ManagedTask, news: News, pulls: ImagePullBehavior): ManagedTask {
  const { name, at, known, exitCode, health, failedTo } = news;
  const progress = task.progress.map((before, index): Progress => {
    if (containers[index]?.name !== name) return before;
    const { applied, ...rest } = before;
    return {
      ...rest,
      ...(known === undefined ? { ...(applied === undefined ? {} : { applied }) } : { known }),
      ...(known === 'RUNNING' ? { startedAt: at } : {}),
      ...(exitCode === undefined ? {} : { exitCode }),
      ...(health === undefined ? {} : { health }),
    };
  });
  const failure = failedTo && afterFailure({ transitionTo: failedTo, known: 'MANIFEST_PULLED', imagePullBehavior: pulls });
  return recomputed(containers, { ...task, desired: failure?.taskDesired ?? task.desired, progress });
}

/** The task when ECS asks the agent to stop it. */
export const askedToStop = (containers: readonly Managed[], task: ManagedTask): ManagedTask =>
  recomputed(containers, { ...task, desired: 'STOPPED' });

function recomputed(containers: readonly Managed[], task: ManagedTask): ManagedTask {
  const { taskKnown, taskDesired, containersDesired } = updateTask({
    taskKnown: task.known,
    taskDesired: task.desired,
    containers: viewOf(containers, task, 0),
  });
  const progress = task.progress.map((one, index): Progress =>
    containersDesired[containers[index]?.name ?? ''] === 'STOPPED' && one.stops !== true ? { ...one, stops: true } : one,
  );
  return { known: taskKnown, desired: taskDesired, progress };
}

/** One pass over the containers of a task: what is done to them, and the task with those calls on their way. */
export function manage(
  containers: readonly Managed[],
  task: ManagedTask,
  now: number,
): { readonly task: ManagedTask; readonly calls: readonly Call[] } {
  const view = viewOf(containers, task, now);
  const { transitions, stopped, dropped } = onePass(view);
  const calls: Call[] = [];
  const progress = task.progress.map((before, index): Progress => {
    const { name = '', applied } = view[index] ?? {};
    if (applied === 'STOPPED') return before;
    if (stopped.includes(name)) {
      calls.push({ do: 'giveUp', name, exitCode: stoppedByDependency.exitCode, reason: reasonToGiveUp(name, view, containers) });
      return { ...before, stops: true, applied: 'STOPPED' };
    }
    if (transitions[name] === 'STOPPED' || dropped.includes(name)) {
      calls.push({ do: 'stop', name });
      return { ...before, applied: 'STOPPED' };
    }
    if (transitions[name] === 'PULLED') {
      calls.push({ do: 'pull', name });
      return { ...before, applied: 'PULLED' };
    }
    if (transitions[name] !== 'CREATED') return before;
    // Creating and starting wait for the same conditions, so that one call does both.
    calls.push({ do: 'start', name });
    return { ...before, known: 'CREATED', applied: 'RUNNING' };
  });
  return calls.length === 0 ? { task, calls } : { task: { ...task, progress }, calls };
}
