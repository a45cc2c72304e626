import type { AgentContainer, TransitionDependency } from './agent-container.ts';
import { nextStatus, willNeverStart } from './agent-container.ts';
import type { Judge } from './dependency-condition.ts';
import { hasFailedFor, hasTimedOut, isResolved, wantsToStart } from './dependency-condition.ts';
import { mayStop } from './shutdown-order.ts';
import type { ContainerStatus } from './status.ts';
import { rankOf } from './status.ts';

/** Why a container cannot take its next step. */
export interface Blocked {
  readonly because: string;
  /** Whether it will never be free: the agent then stops the waiting container. */
  readonly terminal: boolean;
  /** The container that it waits for, where a `dependsOn` is the reason. */
  readonly on?: string;
}

/** What decides, besides the containers themselves. */
export interface Surroundings {
  readonly pullUpfront?: boolean;
  readonly executionRoleCredentialsPresent?: boolean;
}

/** Why a container waits for its `dependsOn`, if it does. A wait that can never end outweighs one that can. */
export function blockedByOrder(target: AgentContainer, others: readonly AgentContainer[], judge: Judge): Blocked | undefined {
  // A container may always stop, whatever it depends on.
  if (!wantsToStart(target)) return undefined;
  let waiting: Blocked | undefined;
  for (const { containerName, condition } of target.dependsOn ?? []) {
    const dependency = others.find(({ name }) => name === containerName);
    if (dependency === undefined) return { because: 'dependency does not exist', terminal: true };
    const never = neverResolves(target, dependency, condition);
    if (never !== undefined) return { because: never, terminal: true };
    if (!judge(target, dependency, condition)) waiting = { because: 'waiting for dependency', terminal: false, on: containerName };
  }
  return waiting;
}

/** Why a dependency can never be what a container waits for, if it cannot. */
export function neverResolves(target: AgentContainer, dependency: AgentContainer, condition: string): string | undefined {
  const stillCounts = rankOf(target.known) < rankOf('CREATED') && dependency.known !== 'STOPPED';
  if (stillCounts && hasTimedOut(dependency, condition)) return 'dependency timed out';
  if (hasFailedFor(dependency, condition)) return 'dependency did not exit successfully';
  return willNeverStart(dependency) ? 'dependency will never start' : undefined;
}

/** Why a container waits in a step that the agent itself ties to other containers, such as the pause container, if it does. */
export function blockedByTransition(target: AgentContainer, others: readonly AgentContainer[]): Blocked | undefined {
  const step = nextStatus(target);
  const isMet = (wait: TransitionDependency): boolean => {
    const other = others.find(({ name }) => name === wait.containerName);
    return other !== undefined && isSatisfied(other.known, wait.satisfiedStatus);
  };
  const waits = target.transitionDependencies?.filter(({ transition }) => transition === step) ?? [];
  return waits.every(isMet) ? undefined : { because: 'dependency on containers not resolved', terminal: false };
}

/** Whether a container has come as far as a wait asks. */
export const isSatisfied = (known: ContainerStatus, satisfiedStatus: ContainerStatus): boolean => rankOf(known) >= rankOf(satisfiedStatus);

/** Whether a pull must wait until ECS has sent the credentials of the task execution role. */
function lacksCredentials(target: AgentContainer, { executionRoleCredentialsPresent = true }: Surroundings): boolean {
  const pulls = rankOf(target.known) < rankOf('PULLED') && target.desired !== 'STOPPED';
  return pulls && target.imageNeedsExecutionRole === true && !executionRoleCredentialsPresent;
}

/** The first reason for which a container cannot take its next step; nothing when it is free. */
export function blockedBecause(target: AgentContainer, all: readonly AgentContainer[], around: Surroundings = {}): Blocked | undefined {
  if (lacksCredentials(target, around)) return { because: 'execution role credentials not available', terminal: false };
  const waits = blockedByOrder(target, all, isResolved(around.pullUpfront ?? false)) ?? blockedByTransition(target, all);
  if (waits !== undefined) return waits;
  return mayStop(target, all) ? undefined : { because: 'dependants have not stopped', terminal: false };
}
