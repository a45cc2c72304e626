import type { AgentContainer } from './agent-container.ts';
import type { Surroundings } from './blocked.ts';
import { containerNextState, stoppedByDependency } from './next-state.ts';
import type { ContainerStatus } from './status.ts';

/** What one pass of the agent over a task's containers begins. */
export interface Pass {
  /** The calls to Docker that it makes, by container. */
  readonly transitions: Readonly<Record<string, ContainerStatus>>;
  /** The containers that it stops because they can never start. */
  readonly stopped: readonly string[];
  /** The containers that it calls stopped without a call to Docker: they are to stop, and do not run. */
  readonly dropped: readonly string[];
}

/** One pass, container by container: one that can never start is stopped at once, and so can those behind it never start. */
export function onePass(containers: readonly AgentContainer[], around?: Surroundings): Pass {
  const seen = [...containers];
  const transitions: Record<string, ContainerStatus> = {};
  const stopped: string[] = [];
  const dropped: string[] = [];
  for (const [index, container] of containers.entries()) {
    const { nextState, actionRequired, blocked } = containerNextState(container, seen, around);
    if (blocked?.terminal === true) {
      seen[index] = { ...container, desired: stoppedByDependency.desired, exitCode: stoppedByDependency.exitCode };
      stopped.push(container.name);
    }
    const onItsWay = (container.applied ?? 'NONE') !== 'NONE';
    if (nextState === 'STOPPED' && !actionRequired) dropped.push(container.name);
    else if (actionRequired && !onItsWay) transitions[container.name] = nextState;
  }
  return { transitions, stopped, dropped };
}
