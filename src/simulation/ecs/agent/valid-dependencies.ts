import type { AgentContainer } from './agent-container.ts';
import { blockedByOrder } from './blocked.ts';
import { canResolve } from './dependency-condition.ts';

/**
 * Whether there is an order in which every container could reach its wish. Where there is none (a cycle, a name that no
 * container has, HEALTHY on a container without a health check) the agent stops the task with TaskDependencyError.
 */
export function dependenciesAreValid(containers: readonly AgentContainer[], placed: readonly AgentContainer[] = []): boolean {
  if (containers.length === 0) return true;
  const free = containers.find((container) => blockedByOrder(container, placed, canResolve) === undefined);
  if (free === undefined) return false;
  return dependenciesAreValid(
    containers.filter((container) => container !== free),
    [...placed, free],
  );
}
