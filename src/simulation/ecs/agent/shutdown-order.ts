import type { AgentContainer } from './agent-container.ts';

/** Whether a container that is to stop may: those that depend on it stop first, one level after another. */
export const mayStop = (target: AgentContainer, all: readonly AgentContainer[]): boolean =>
  target.desired !== 'STOPPED' ||
  target.known === 'STOPPED' ||
  all.every(({ dependsOn = [], known }) => known === 'STOPPED' || dependsOn.every(({ containerName }) => containerName !== target.name));
