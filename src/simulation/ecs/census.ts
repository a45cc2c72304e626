import type { Id, Millis } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { targetsIn } from '../network/objects.ts';
import { checkedDefinitions } from './checked-definitions.ts';
import { hasReplicas, isDaemon, wantsOn } from './daemon.ts';
import type { ServiceBody, TaskBody } from './objects.ts';
import { instanceOf, tasksOf } from './objects.ts';
import type { Standing, Tally } from './rolling-plan.ts';
import { addressOf } from './task-target.ts';

/** A task without load balancer and without a container health check counts as healthy so long after it is RUNNING. */
const UNCHECKED_HEALTHY_AFTER: Millis = 40_000;

/**
 * `current`: of the newest deployment, and in a place that keeps it. `outdated`: to be replaced.
 * `staying`: leaves only later, such as a daemon task that is the last on its draining instance.
 */
export type Side = 'current' | 'outdated' | 'staying';

/** A task that its service wants to go on running. */
export interface Member {
  readonly task: TaskBody;
  readonly standing: Standing;
  readonly side: Side;
}

/** How many tasks run, and how many are on their way there. */
export interface TaskCounts {
  readonly runningCount: number;
  readonly pendingCount: number;
}

/** What a service finds when it goes through its tasks. */
export interface Census {
  readonly members: readonly Member[];
  /** The members of each deployment. */
  readonly counts: ReadonlyMap<string, TaskCounts>;
  readonly current: Tally;
  readonly outdated: Tally;
  readonly staying: number;
  readonly running: number;
  readonly occupying: number;
  /** Tasks of earlier deployments that have not stopped yet. */
  readonly leftovers: number;
  readonly readyForTarget: readonly TaskBody[];
  readonly toDeregister: readonly TaskBody[];
  /** When a standing will change with nothing but time. */
  readonly lookAgainAt: Millis | undefined;
}

const isPending = ({ lastStatus }: TaskBody): boolean =>
  lastStatus === 'PROVISIONING' || lastStatus === 'PENDING' || lastStatus === 'ACTIVATING';
const isGone = ({ lastStatus }: TaskBody): boolean => lastStatus === 'STOPPED' || lastStatus === 'DELETED';

/** A crashed task still counts as there until it has been taken out of service: its replacement comes after it. */
const isCrashing = ({ stopCode, lastStatus }: TaskBody): boolean =>
  stopCode === 'EssentialContainerExited' && lastStatus === 'DEACTIVATING';

/** Goes once through the tasks of a service. */
export function takeCensus(world: World, service: ServiceBody): Census {
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY')?.id;
  const members: Member[] = [];
  const counts = new Map<string, { runningCount: number; pendingCount: number }>();
  const checked = checkedDefinitions(world);
  const current = { settling: 0, healthy: 0, unhealthy: 0 };
  const outdated = { settling: 0, healthy: 0, unhealthy: 0 };
  const readyForTarget: TaskBody[] = [];
  const toDeregister: TaskBody[] = [];
  let [running, occupying, leftovers, staying] = [0, 0, 0, 0];
  let lookAgainAt: Millis | undefined;
  const targets = targetStatesOf(world, service);
  for (const task of tasksOf(world, service.serviceArn)) {
    if (!isGone(task)) {
      if (task.lastStatus !== 'DEPROVISIONING') occupying += 1;
      if (task.startedBy !== primary) leftovers += 1;
    }
    const target = mayHaveTarget(task) ? targets.get(addressOf(task)) : undefined;
    if (task.desiredStatus === 'STOPPED') {
      if (target !== undefined && target !== 'draining') toDeregister.push(task);
      if (isCrashing(task)) current.settling += 1;
      continue;
    }
    if (!isPending(task)) running += 1;
    if (target === undefined && isReady(task) && service.loadBalancers.length > 0) readyForTarget.push(task);
    const { standing, until } = standingOf(world, service, task, target, checked);
    if (until !== undefined) lookAgainAt = Math.min(until, lookAgainAt ?? Infinity);
    const side = sideOf(world, service, task, standing);
    if (side === 'staying') staying += 1;
    else (side === 'current' ? current : outdated)[standing] += 1;
    members.push({ task, standing, side });
    const count = counts.get(task.startedBy) ?? { runningCount: 0, pendingCount: 0 };
    count[task.lastStatus === 'RUNNING' ? 'runningCount' : 'pendingCount'] += 1;
    counts.set(task.startedBy, count);
  }
  return { members, counts, current, outdated, staying, running, occupying, leftovers, readyForTarget, toDeregister, lookAgainAt };
}

/** Tasks of a failed deployment stay until they are healthy, and so to spare, or their own checks fail. */
function sideOf(world: World, service: ServiceBody, { startedBy, containerInstanceArn: id }: TaskBody, standing: Standing): Side {
  const deployment = service.deployments.find((one) => one.id === startedBy);
  const isWanted = service.status === 'ACTIVE';
  if (deployment?.status !== 'PRIMARY')
    return isWanted && standing === 'settling' && deployment?.rolloutState === 'FAILED' ? 'staying' : 'outdated';
  const instance = id === undefined ? undefined : instanceOf(world, id);
  if (instance === undefined || !isWanted) return 'current';
  if (!isDaemon(service)) return instance.status === 'DRAINING' ? 'outdated' : 'current';
  if (wantsOn(service, instance)) return 'current';
  return instance.status === 'DRAINING' && hasReplicas(world, instance.containerInstanceArn) ? 'staying' : 'outdated';
}

const isReady = ({ lastStatus, containers }: TaskBody): boolean =>
  lastStatus === 'ACTIVATING' && containers.every((container) => container.lastStatus !== 'PENDING');

/** A task is registered once its containers run: before that nobody need look for its target. */
const mayHaveTarget = (task: TaskBody): boolean => !isPending(task) || isReady(task);

/** The states of the targets in a service's target group by address: a lookup by id for each task would cost more than all else here. */
function targetStatesOf(world: World, { loadBalancers }: ServiceBody): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const { Target, TargetHealth } of targetsIn(world, loadBalancers[0]?.targetGroupArn ?? ''))
    states.set(Target.Id, TargetHealth.State);
  return states;
}

/** How a service counts one of its tasks: by the target group and the container health check, each where there is one. */
function standingOf(
  world: World,
  service: ServiceBody,
  task: TaskBody,
  target: string | undefined,
  checked: (definition: Id) => boolean,
): { readonly standing: Standing; readonly until?: Millis } {
  if (task.lastStatus !== 'RUNNING') return { standing: 'settling' };
  const age = () => world.epoch + world.time - Date.parse(task.startedAt ?? '');
  if (task.healthStatus === 'UNHEALTHY' || target === 'unhealthy') {
    const grace = (service.healthCheckGracePeriodSeconds ?? 0) * 1000 - age();
    return grace > 0 ? { standing: 'settling', until: world.time + grace } : { standing: 'unhealthy' };
  }
  const isJudged = checked(task.taskDefinitionArn);
  if (isJudged && task.healthStatus !== 'HEALTHY') return { standing: 'settling' };
  if (service.loadBalancers.length > 0) return { standing: target === 'healthy' ? 'healthy' : 'settling' };
  const wait = UNCHECKED_HEALTHY_AFTER - age();
  return isJudged || wait <= 0 ? { standing: 'healthy' } : { standing: 'settling', until: world.time + wait };
}
