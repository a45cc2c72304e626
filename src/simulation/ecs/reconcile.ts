import type { Id, Millis } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, log, patch, put, send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { hasFault, hexId, isoTime, ownedBy } from '../engine/world.ts';
import type { TargetBody } from '../network/objects.ts';
import { targetOf } from '../network/objects.ts';
import { answers503 } from '../network/target-health.ts';
import type { Census, Member } from './census.ts';
import { takeCensus } from './census.ts';
import { breakerTrips, primaryOf, withFailure, withRollback } from './deployments.ts';
import type { DeploymentBody, ServiceBody, TaskBody } from './objects.ts';
import { clusterOf, serviceOf } from './objects.ts';
import { placeTasks } from './place-tasks.ts';
import type { RollingState, Standing, Tally } from './rolling-plan.ts';
import { tasksToStart, tasksToStop } from './rolling-plan.ts';
import { EVENTS_KEPT, serviceEvents } from './service-events.ts';
import { chooseTasksToStop } from './stop-order.ts';
import { addressOf, registeredTarget, targetIdOf } from './task-target.ts';
import { IMPAIRED_AFTER, TASKS_PER_PASS } from './timings.ts';

/** What a scheduler remembers between two passes; none of it is in the service's object. */
export interface SchedulerMemory {
  readonly launched: number;
  readonly posted: number;
  /** Tasks in a row that stopped before they were RUNNING. */
  readonly startFailures: number;
  /** No start before this time. */
  readonly retryAt: Millis | undefined;
  readonly saidImpaired: boolean;
  /** The placement failure that was last said, until its cause is gone. */
  readonly placementFailure: string | undefined;
  readonly steady: boolean;
  readonly running: number;
  readonly healthy: number;
}

/** The memory of a scheduler that has done nothing yet. */
export const newMemory: SchedulerMemory = {
  launched: 0,
  posted: 0,
  startFailures: 0,
  retryAt: undefined,
  saidImpaired: false,
  placementFailure: undefined,
  steady: false,
  running: 0,
  healthy: 0,
};

/** What a pass of the scheduler comes to. */
export interface Pass {
  readonly memory: SchedulerMemory;
  readonly effects: readonly Effect[];
  /** When to look again though nothing reports a change. */
  readonly lookAgainAt: Millis | undefined;
}

/** One pass of the service scheduler: looks at all tasks, starts and stops what the rules allow, and says so. */
export function reconcile(world: World, id: Id, before: SchedulerMemory): Pass {
  const service = serviceOf(world, id);
  const primary = service && primaryOf(service);
  if (service === undefined || primary === undefined) return { memory: before, effects: [], lookAgainAt: undefined };
  const census = takeCensus(world, service);
  const work = new Work(world, service, progressed(before, census));
  work.registerTargets(census);
  work.deregisterTargets(census);
  work.resetFailures(primary, census.current.healthy > before.healthy);
  if (breakerTrips(work.service)) work.failDeployment();
  else work.startAndStop(census);
  return work.finish(census);
}

/** Whether two values print alike: a pass that changes nothing writes nothing. */
const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Running and healthy tasks end a row of failures. */
const progressed = (memory: SchedulerMemory, { running, current }: Census): SchedulerMemory => ({
  ...memory,
  running,
  healthy: current.healthy,
  ...(running > memory.running ? { startFailures: 0, retryAt: undefined, saidImpaired: false } : {}),
});

/** A pass being worked out. */
class Work {
  readonly effects: Effect[] = [];
  readonly #world: World;
  readonly #said: string[] = [];
  #memory: SchedulerMemory;
  #started = 0;
  #stopped: readonly Member[] = [];
  #again: Millis | undefined;
  service: ServiceBody;

  constructor(world: World, service: ServiceBody, memory: SchedulerMemory) {
    this.#world = world;
    this.service = service;
    this.#memory = memory;
  }

  registerTargets({ readyForTarget }: Census): void {
    const group = this.service.loadBalancers[0]?.targetGroupArn;
    if (group === undefined) return;
    for (const task of readyForTarget) {
      const id = targetIdOf(this.service, task) ?? '';
      const port = this.service.loadBalancers[0]?.containerPort ?? 0;
      const body: TargetBody = {
        TargetGroupArn: group,
        Target: { Id: addressOf(task), Port: port, AvailabilityZone: task.availabilityZone },
        HealthCheckPort: String(port),
        TargetHealth: { State: 'initial', Reason: 'Elb.RegistrationInProgress' },
      };
      this.effects.push(
        put({ id, kind: 'elbv2-target', body }),
        begin(id, 'elbv2-target', {
          group,
          task: task.taskArn,
          service: this.service.serviceArn,
          ...(hasFault(this.#world, 'health-check-fails', task.taskArn) ? { failure: answers503 } : {}),
        }),
      );
    }
    this.#said.push(...serviceEvents.registered(readyForTarget.length, group));
  }

  deregisterTargets({ toDeregister }: Census): void {
    const group = this.service.loadBalancers[0]?.targetGroupArn;
    if (group === undefined) return;
    for (const task of toDeregister) {
      const target = registeredTarget(this.#world, task);
      if (target !== undefined) this.effects.push(send(target, { type: 'target.deregister' }, `deregister ${addressOf(task)}`));
    }
    this.#said.push(...serviceEvents.deregistered(toDeregister.length, group));
  }

  resetFailures({ id, failedTasks }: DeploymentBody, becameHealthy: boolean): void {
    if (!becameHealthy || failedTasks === 0) return;
    if (this.service.deploymentConfiguration?.deploymentCircuitBreaker?.resetOnHealthyTask === false) return;
    this.#change({ deployments: this.service.deployments.map((one) => (one.id === id ? { ...one, failedTasks: 0 } : one)) });
  }

  failDeployment(): void {
    const failed = primaryOf(this.service);
    const { deployments, back } = withRollback(this.service, isoTime(this.#world));
    this.#change({ deployments, ...(back === undefined ? {} : { taskDefinition: back.taskDefinition }) });
    this.#memory = { ...this.#memory, startFailures: 0, retryAt: undefined, saidImpaired: false, healthy: 0 };
    if (failed !== undefined) this.#said.push(serviceEvents.failed(failed.id));
    if (back !== undefined) this.#said.push(serviceEvents.rollingBack(back.id));
    this.#again = this.#world.time;
  }

  startAndStop(census: Census): void {
    const primary = primaryOf(this.service);
    if (primary === undefined || primary.rolloutState === 'FAILED') return;
    const { retryAt } = this.#memory;
    const throttled = retryAt !== undefined && retryAt > this.#world.time;
    const state: RollingState = {
      ...this.service.deploymentConfiguration,
      desiredCount: this.service.desiredCount,
      current: census.current,
      outdated: census.outdated,
      occupying: census.occupying,
      canStart: !throttled,
    };
    const placed = this.#start(state, primary, census);
    this.#stop({ ...state, canStart: !throttled && placed }, census);
    if (throttled) this.#lookAgain(retryAt);
    if (this.#memory.startFailures >= IMPAIRED_AFTER && !this.#memory.saidImpaired) {
      this.#said.push(serviceEvents.impaired);
      this.#memory = { ...this.#memory, saidImpaired: true };
    }
  }

  /** Starts tasks and tells whether all found a place. */
  #start(state: RollingState, primary: DeploymentBody, { members, current }: Census): boolean {
    const wanted = tasksToStart(state);
    const now = Math.min(wanted, TASKS_PER_PASS);
    if (now < wanted) this.#lookAgain(this.#world.time);
    const { started, effects, failure } =
      now === 0
        ? { started: [], effects: [], failure: undefined }
        : placeTasks(this.#world, this.service, primary, members, now, this.#memory.launched);
    this.effects.push(...effects);
    this.#started = started.length;
    this.#said.push(...serviceEvents.started(started, Math.min(current.unhealthy, started.length)));
    if (failure !== undefined && failure !== this.#memory.placementFailure) this.#said.push(failure);
    const blocked = now === 0 && this.#memory.placementFailure !== undefined && !state.canStart ? this.#memory.placementFailure : failure;
    this.#memory = { ...this.#memory, launched: this.#memory.launched + started.length, placementFailure: blocked };
    return failure === undefined;
  }

  #stop(state: RollingState, { members }: Census): void {
    const allowed = tasksToStop(state);
    const of = (current: boolean, standing: Standing, counts: Tally): readonly Member[] => {
      if (counts[standing] === 0) return [];
      const candidates = members.filter((member) => member.current === current && member.standing === standing);
      const chosen = new Set(
        chooseTasksToStop(
          this.#world,
          this.service,
          candidates.map(({ task }) => task),
          counts[standing],
        ),
      );
      return candidates.filter(({ task }) => chosen.has(task));
    };
    const leaving = (['unhealthy', 'settling', 'healthy'] as const).flatMap((standing) => [
      ...of(false, standing, allowed.outdated),
      ...of(true, standing, allowed.current),
    ]);
    if (leaving.length > TASKS_PER_PASS) this.#lookAgain(this.#world.time);
    this.#stopped = leaving.slice(0, TASKS_PER_PASS);
    for (const { task, standing } of this.#stopped) {
      const cause = this.#causeOf(task, standing);
      this.effects.push(send(task.taskArn, { type: 'task.stop', cause }, `stop task: ${cause.stoppedReason}`));
    }
    const running = this.#stopped.filter(({ task }) => task.lastStatus === 'RUNNING');
    this.#said.push(...serviceEvents.stoppedRunning(running.map(({ task }) => task.taskArn)));
    this.#said.push(...serviceEvents.stoppedPending(this.#stopped.length - running.length));
  }

  /** Why the scheduler stops a task; a failed health check is said, and counts against its deployment. */
  #causeOf(task: TaskBody, standing: Standing): { readonly stopCode: 'ServiceSchedulerInitiated'; readonly stoppedReason: string } {
    const stopCode = 'ServiceSchedulerInitiated';
    const primary = primaryOf(this.service);
    if (standing !== 'unhealthy') {
      const deployment = task.startedBy === primary?.id ? '' : `deployment ${task.startedBy}`;
      return {
        stopCode,
        stoppedReason: `Scaling activity initiated by ${deployment === '' ? `service ${this.service.serviceName}` : deployment}`,
      };
    }
    this.#change({ deployments: withFailure(this.service.deployments, task.startedBy) });
    const id = targetIdOf(this.service, task);
    const health = id === undefined ? undefined : targetOf(this.#world, id)?.TargetHealth;
    if (health?.State !== 'unhealthy') {
      this.#said.push(serviceEvents.failedContainerChecks(task.taskArn));
      return { stopCode, stoppedReason: 'Task failed container health checks' };
    }
    const { targetGroupArn = '', containerPort = 0 } = this.service.loadBalancers[0] ?? {};
    this.#said.push(serviceEvents.unhealthyTarget(task.taskArn, containerPort, targetGroupArn, health.Description ?? ''));
    return { stopCode, stoppedReason: `Task failed ELB health checks in (target-group ${targetGroupArn})` };
  }

  #change(change: Partial<ServiceBody>): void {
    this.service = { ...this.service, ...change };
  }

  #lookAgain(at: Millis): void {
    this.#again = Math.min(at, this.#again ?? Infinity);
  }

  /** Counts, judges whether the service has come to rest, and writes everything down. */
  finish(census: Census): Pass {
    if (census.lookAgainAt !== undefined) this.#lookAgain(census.lookAgainAt);
    this.#settle(census);
    const stoppedRunning = this.#stopped.filter(({ task }) => task.lastStatus === 'RUNNING').length;
    const runningCount = census.running - stoppedRunning;
    const pendingCount = census.pending - (this.#stopped.length - stoppedRunning) + this.#started;
    this.#change({ runningCount, pendingCount, deployments: this.#counted(census) });
    this.#writeEvents();
    const before = serviceOf(this.#world, this.service.serviceArn);
    if (!sameValue(before, this.service)) this.effects.push(patch(this.service.serviceArn, this.service), ...this.#clusterCounts());
    return { memory: this.#memory, effects: this.effects, lookAgainAt: this.#again };
  }

  #settle({ current, outdated, leftovers }: Census): void {
    const primary = primaryOf(this.service);
    const resting =
      current.healthy === this.service.desiredCount &&
      current.settling + current.unhealthy + outdated.healthy + outdated.settling + outdated.unhealthy === 0 &&
      primary?.rolloutState !== 'FAILED';
    const done = resting && leftovers === 0;
    if (done && primary?.rolloutState === 'IN_PROGRESS') {
      const now = isoTime(this.#world);
      const rolloutStateReason = `ECS deployment ${primary.id} completed.`;
      this.#change({ deployments: [{ ...primary, rolloutState: 'COMPLETED', rolloutStateReason, updatedAt: now }] });
      this.#said.push(serviceEvents.completed(primary.id));
    }
    const steady = resting && (done || primary?.rolloutState === 'COMPLETED');
    if (steady && !this.#memory.steady) this.#said.push(serviceEvents.steady);
    this.#memory = { ...this.#memory, steady };
  }

  #counted({ members }: Census): readonly DeploymentBody[] {
    const gone = new Set(this.#stopped.map(({ task }) => task));
    return this.service.deployments.map((deployment) => {
      const own = members.filter(({ task }) => task.startedBy === deployment.id && !gone.has(task));
      const runningCount = own.filter(({ task }) => task.lastStatus === 'RUNNING').length;
      const started = deployment.status === 'PRIMARY' ? this.#started : 0;
      const desiredCount = deployment.status === 'PRIMARY' ? this.service.desiredCount : deployment.desiredCount;
      return { ...deployment, desiredCount, runningCount, pendingCount: own.length - runningCount + started };
    });
  }

  #writeEvents(): void {
    const createdAt = isoTime(this.#world);
    const { serviceArn, serviceName } = this.service;
    const events = this.#said.map((text, index) => ({
      id: hexId(this.#world, `${serviceArn} event ${this.#memory.posted + index}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
      createdAt,
      message: `(service ${serviceName}) ${text}`,
    }));
    for (const { message } of events) this.effects.push(log(serviceArn, message));
    this.#memory = { ...this.#memory, posted: this.#memory.posted + events.length };
    if (events.length > 0) this.#change({ events: [...events.reverse(), ...this.service.events].slice(0, EVENTS_KEPT) });
  }

  #clusterCounts(): readonly Effect[] {
    const cluster = clusterOf(this.#world, this.service.clusterArn);
    if (cluster === undefined) return [];
    let { runningCount: runningTasksCount, pendingCount: pendingTasksCount } = this.service;
    for (const { id } of ownedBy(this.#world, cluster.clusterArn)) {
      const other = id === this.service.serviceArn ? undefined : serviceOf(this.#world, id);
      runningTasksCount += other?.runningCount ?? 0;
      pendingTasksCount += other?.pendingCount ?? 0;
    }
    return [patch(cluster.clusterArn, { runningTasksCount, pendingTasksCount })];
  }
}
