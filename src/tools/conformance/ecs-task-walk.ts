import type { AgentContainer } from '../../simulation/ecs/agent/agent-container.ts';
import { containerNextState, stoppedByDependency, whenNothingCanMove } from '../../simulation/ecs/agent/next-state.ts';
import type { ContainerStatus, TaskStatus } from '../../simulation/ecs/agent/status.ts';
import { updateTask } from '../../simulation/ecs/agent/task-status.ts';
import { dependenciesAreValid } from '../../simulation/ecs/agent/valid-dependencies.ts';

/** What the world does to containers, a number of rounds after each began to run. */
export interface Script {
  readonly exits?: Readonly<Record<string, { readonly exitCode: number; readonly roundsAfterRunning: number }>>;
  readonly health?: Readonly<Record<string, { readonly becomes: string; readonly roundsAfterRunning: number }>>;
  readonly stopTaskWhenQuiet?: boolean;
}

/** What changed at one container in one round. */
interface Change {
  readonly container: string;
  readonly to?: ContainerStatus;
  readonly because?: string;
  readonly exitCode?: number;
  readonly actionRequired?: boolean;
  readonly health?: string;
}

/** A container with the round in which it began to run. */
type Walker = AgentContainer & { readonly runningSince?: number };

/** A container after its part of a round, with what changed. */
type Stepped = readonly [Walker, Change?];

interface Task {
  readonly taskKnown: TaskStatus;
  readonly taskDesired: TaskStatus;
  readonly containers: readonly Walker[];
}

/** The one step that the agent grants a container, taken at once. */
function agentStep(target: Walker, all: readonly AgentContainer[], round: number): Stepped {
  const { name: container } = target;
  const { nextState: to, actionRequired, blocked } = containerNextState(target, all);
  if (blocked?.terminal === true) {
    const { known, exitCode } = stoppedByDependency;
    return [
      { ...target, ...stoppedByDependency },
      { container, to: known, because: blocked.because, exitCode },
    ];
  }
  if (to === 'NONE') return [target];
  if (to === 'STOPPED') {
    return [
      { ...target, known: to, ...(actionRequired ? { exitCode: 0 } : {}) },
      { container, to, actionRequired },
    ];
  }
  return [
    { ...target, known: to, ...(to === 'RUNNING' ? { runningSince: round } : {}) },
    { container, to },
  ];
}

/** How many rounds after this one something falls due at a running container; 0 is now, less is past. */
const roundsUntil = (
  { known, runningSince = Infinity }: Walker,
  due: { readonly roundsAfterRunning: number } | undefined,
  round: number,
): number => (known === 'RUNNING' && due !== undefined ? runningSince + due.roundsAfterRunning - round : -1);

/** What the world does to a container in a round. */
function worldStep(target: Walker, { exits, health }: Script, round: number): Stepped {
  const { name: container } = target;
  const [exit, turn] = [exits?.[container], health?.[container]];
  if (exit !== undefined && roundsUntil(target, exit, round) === 0) {
    const { exitCode } = exit;
    return [
      { ...target, known: 'STOPPED', exitCode },
      { container, to: 'STOPPED', because: 'process exited', exitCode },
    ];
  }
  if (turn === undefined || roundsUntil(target, turn, round) !== 0) return [target];
  return [
    { ...target, health: turn.becomes },
    { container, health: turn.becomes },
  ];
}

/** Whether the world will still do something to a container that runs. */
const isToCome = ({ containers }: Task, { exits, health }: Script, round: number): boolean =>
  containers.some((each) => roundsUntil(each, exits?.[each.name], round) > 0 || roundsUntil(each, health?.[each.name], round) > 0);

/** The task with its status and its wishes recomputed from its containers. */
function recomputed(task: Task): Task {
  const { taskKnown, taskDesired, containersDesired } = updateTask(task);
  const containers = task.containers.map((each) => ({ ...each, desired: containersDesired[each.name] ?? each.desired }));
  return { taskKnown, taskDesired, containers };
}

const isWaiting = ({ containers }: Task): boolean =>
  containers.some((each) => containerNextState(each, containers).blocked?.on !== undefined);

/** The task after the agent's deadlock rule; a wait for another container is no deadlock. */
const afterDeadlock = (task: Task): Task =>
  isWaiting(task) ? task : recomputed({ ...task, ...whenNothingCanMove(task, task.containers) });

/** Plays a whole task in rounds, each judged on the state at its start, until nothing changes and nothing is to come. */
export function walk(containers: readonly AgentContainer[], script: Script): Readonly<Record<string, unknown>> {
  if (!dependenciesAreValid(containers)) return { dependenciesValid: false };
  let task: Task = { taskKnown: 'NONE', taskDesired: 'RUNNING', containers };
  let stopsWhenQuiet = script.stopTaskWhenQuiet ?? false;
  const rounds: unknown[] = [];
  for (let round = 1; task.taskKnown !== 'STOPPED'; round += 1) {
    const { containers: before } = task;
    const byAgent = before.map((each) => agentStep(each, before, round));
    const byWorld = byAgent.map(([each]) => worldStep(each, script, round));
    const changes = [...byAgent, ...byWorld].flatMap(([, change]) => change ?? []);
    const quiet = changes.length === 0;
    const asked = quiet && stopsWhenQuiet;
    task = recomputed({ ...task, ...(asked ? { taskDesired: 'STOPPED' } : {}), containers: byWorld.map(([each]) => each) });
    if (quiet && !asked && !isToCome(task, script, round)) {
      const next = afterDeadlock(task);
      if (next.taskDesired === task.taskDesired) break;
      task = next;
    }
    stopsWhenQuiet &&= !asked;
    const { taskKnown, taskDesired } = task;
    rounds.push({ round, changes, taskKnown, taskDesired, ...(asked ? { event: 'task asked to stop' } : {}) });
  }
  const { taskKnown, taskDesired } = task;
  const ends = task.containers.map(({ name, known, desired, exitCode }) => [
    name,
    { known, desired, ...(exitCode == null ? {} : { exitCode }) },
  ]);
  return { dependenciesValid: true, rounds, final: Object.fromEntries(ends), taskKnown, taskDesired, waitsForEver: isWaiting(task) };
}
