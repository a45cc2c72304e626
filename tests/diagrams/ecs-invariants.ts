import { expect } from 'vitest';
import type { Id } from '../../src/model/json.ts';
import { takeCensus } from '../../src/simulation/ecs/census.ts';
import type { ContainerInstanceBody, ServiceBody, TaskBody } from '../../src/simulation/ecs/objects.ts';
import { serviceOf, taskOf } from '../../src/simulation/ecs/objects.ts';
import { amountOf } from '../../src/simulation/ecs/placement.ts';
import { healthyFloor, taskCeiling } from '../../src/simulation/ecs/rolling-limits.ts';
import { serviceOfTask } from '../../src/simulation/ecs/arns.ts';
import type { Moment, Run } from '../../src/simulation/engine/run.ts';
import { momentAt } from '../../src/simulation/engine/run.ts';
import type { World } from '../../src/simulation/engine/world.ts';

/** Two moments, one after the other, and the tasks that differ. */
interface Change {
  readonly before: World;
  readonly after: World;
  readonly tasks: readonly TaskBody[];
}

const isGone = ({ lastStatus }: TaskBody): boolean => lastStatus === 'STOPPED' || lastStatus === 'DELETED';

/** Until its containers have stopped, a task counts towards the ceiling. */
const countsAsThere = (task: TaskBody): boolean => !isGone(task) && task.lastStatus !== 'DEPROVISIONING';

const bodiesOf = <Body>(world: World, kind: string): readonly Body[] =>
  [...world.objects.values()].filter((object) => object.kind === kind).map(({ body }) => body as Body); // the kind decides the shape

/** The tasks of a service. */
const tasksIn = (world: World, service: Id): readonly TaskBody[] =>
  bodiesOf<TaskBody>(world, 'ecs-task').filter((task) => serviceOfTask(task) === service);

const isStoppedByScheduler = ({ desiredStatus, stopCode }: TaskBody): boolean =>
  desiredStatus === 'STOPPED' && stopCode === 'ServiceSchedulerInitiated';

/** A scheduler that stops healthy tasks leaves as many as the floor. */
function checkFloor({ before, after, tasks }: Change, service: ServiceBody): void {
  const healthy = takeCensus({ ...before, time: after.time }, service)
    .members.filter(({ standing }) => standing === 'healthy')
    .map(({ task }) => task.taskArn);
  const stopped = new Set(tasks.filter(isStoppedByScheduler).map(({ taskArn }) => taskArn));
  const left = healthy.filter((task) => !stopped.has(task)).length;
  if (left === healthy.length) return;
  const floor = healthyFloor(service.desiredCount, service.deploymentConfiguration);
  expect(
    left,
    `at ${after.time} ${service.serviceName} stopped ${healthy.length - left} of ${healthy.length} healthy tasks`,
  ).toBeGreaterThanOrEqual(floor);
}

/** A scheduler that starts tasks stays at or below the ceiling. */
function checkCeiling({ before, after, tasks }: Change, service: ServiceBody): void {
  if (tasks.every(({ taskArn }) => taskOf(before, taskArn) !== undefined)) return;
  const there = tasksIn(after, service.serviceArn).filter(countsAsThere).length;
  const ceiling = taskCeiling(service.desiredCount, service.deploymentConfiguration);
  expect(there, `at ${after.time} ${service.serviceName} has started tasks`).toBeLessThanOrEqual(ceiling);
}

/** The tasks on an instance take no more of it than it has, and no port twice. */
function checkInstance(
  { containerInstanceArn, registeredResources, remainingResources }: ContainerInstanceBody,
  tasks: readonly TaskBody[],
): void {
  const own = tasks.filter((task) => task.containerInstanceArn === containerInstanceArn && !isGone(task));
  for (const [name, field] of [
    ['CPU', 'cpu'],
    ['MEMORY', 'memory'],
  ] as const) {
    const taken = own.reduce((sum, task) => sum + Number(task[field]), 0);
    expect(taken, `${name} of ${containerInstanceArn}`).toBeLessThanOrEqual(amountOf(registeredResources, name));
    expect(amountOf(remainingResources, name)).toBeGreaterThanOrEqual(0);
  }
  const ports = remainingResources.find(({ name }) => name === 'PORTS')?.stringSetValue ?? [];
  expect(ports).toEqual([...new Set(ports)]);
}

function checkMoment(before: World, { world: after, changed }: Moment): void {
  const tasks = changed.flatMap((id) => taskOf(after, id) ?? []);
  for (const { lastStatus, stopCode, stoppedReason, taskArn } of tasks) {
    if (lastStatus !== 'STOPPED') continue;
    expect({ taskArn, stopCode, stoppedReason }).toEqual({
      taskArn,
      stopCode: expect.any(String) as string,
      stoppedReason: expect.any(String) as string,
    });
  }
  for (const [owner, own] of Map.groupBy(tasks, serviceOfTask)) {
    const service = owner === undefined ? undefined : serviceOf(after, owner);
    if (service === undefined || service.schedulingStrategy !== 'REPLICA') continue;
    checkFloor({ before, after, tasks: own }, service);
    checkCeiling({ before, after, tasks: own }, service);
  }
  if (changed.some((id) => after.objects.get(id)?.kind === 'ecs-container-instance')) {
    const all = bodiesOf<TaskBody>(after, 'ecs-task');
    for (const instance of bodiesOf<ContainerInstanceBody>(after, 'ecs-container-instance')) checkInstance(instance, all);
  }
}

/** Throws at the first moment that breaks a promise of the scheduler, of placement, or of how stopped tasks are told. */
export function checkPromises(run: Run): void {
  for (let index = 1; index < run.length; index += 1) checkMoment(momentAt(run, index - 1).world, momentAt(run, index));
}
