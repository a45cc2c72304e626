import type { AgentContainer } from './agent-container.ts';
import { isAtSteadyState, steadyStateOf } from './agent-container.ts';
import { rankOf } from './status.ts';

/** Judges one condition of a container on another. A condition that the agent does not know never holds. */
export type Judge = (target: AgentContainer, dependency: AgentContainer, condition: string) => boolean;

/** Whether a container is wished to be created or to run: only then does it wait for others. */
export const wantsToStart = (target: AgentContainer): boolean => target.desired === 'CREATED' || target.desired === steadyStateOf(target);

const succeeded = ({ known, exitCode }: AgentContainer): boolean => known === 'STOPPED' && exitCode === 0;

/** Whether a condition could ever hold, judged by what both containers are wished to become. */
export const canResolve: Judge = (target, dependency, condition) => {
  const wish = dependency.desired;
  const toBeStarted = wish === 'STOPPED' || wantsToStart(dependency);
  switch (condition) {
    case 'CREATE':
    case 'COMPLETE':
      return toBeStarted;
    case 'START':
      return wish === steadyStateOf(dependency) ? wantsToStart(target) : wish === 'CREATED' && target.desired === 'CREATED';
    case 'SUCCESS':
      return toBeStarted || succeeded(dependency);
    case 'HEALTHY':
      return toBeStarted && dependency.healthCheck === true;
    default:
      return false;
  }
};

/** Whether a container has started, as START means it; one that has already stopped did start. */
function hasStartedFor(target: AgentContainer, dependency: AgentContainer): boolean {
  if (dependency.known === 'STOPPED') return true;
  if (dependency.known === 'CREATED') return target.desired === 'CREATED';
  return wantsToStart(target) && isAtSteadyState(dependency);
}

/**
 * Whether a condition holds now. The pull of the manifest waits for nothing; where the agent is set to pull upfront, the
 * pull of the image does not either.
 */
export const isResolved =
  (pullUpfront: boolean): Judge =>
  (target, dependency, condition) => {
    const waitsFrom = pullUpfront ? 'PULLED' : 'MANIFEST_PULLED';
    if (rankOf(target.known) < rankOf(waitsFrom)) return true;
    switch (condition) {
      case 'CREATE':
        return rankOf(dependency.known) >= rankOf('CREATED');
      case 'START':
        return hasStartedFor(target, dependency);
      case 'SUCCESS':
        return succeeded(dependency);
      case 'COMPLETE':
        return dependency.known === 'STOPPED' && typeof dependency.exitCode === 'number';
      case 'HEALTHY':
        return dependency.healthCheck === true && dependency.health === 'HEALTHY';
      default:
        return false;
    }
  };

/** Whether a dependency has used up its `startTimeout`; START and CREATE know no timeout. */
export function hasTimedOut({ startTimeout = 0, startedSecondsAgo }: AgentContainer, condition: string): boolean {
  if (startTimeout <= 0 || startedSecondsAgo === undefined) return false;
  return ['SUCCESS', 'COMPLETE', 'HEALTHY'].includes(condition) && startedSecondsAgo > startTimeout;
}

/** Whether a dependency has ended in a way that SUCCESS never takes. */
export const hasFailedFor = (dependency: AgentContainer, condition: string): boolean =>
  condition === 'SUCCESS' && dependency.known === 'STOPPED' && !succeeded(dependency);

/** A wait for a pause container: the target, wished to be created at least, waits until the other is at its steady state or past it. */
export const isSteadyStateResolved = (target: AgentContainer, dependency: AgentContainer): boolean =>
  rankOf(target.desired) >= rankOf('CREATED') && rankOf(dependency.known) >= rankOf(steadyStateOf(dependency));
