import type { Effect } from '../engine/effect.ts';
import { patch } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import type { Census, TaskCounts } from './census.ts';
import type { Move } from './deed.ts';
import { primaryOf } from './deployments.ts';
import type { ServiceBody } from './objects.ts';
import { clusterOf, serviceOf } from './objects.ts';

const none: TaskCounts = { runningCount: 0, pendingCount: 0 };

const plus = (a: TaskCounts, b: TaskCounts): TaskCounts => ({
  runningCount: a.runningCount + b.runningCount,
  pendingCount: a.pendingCount + b.pendingCount,
});

/** The counts of each deployment after a pass: without the tasks that it stopped, and with those that it started. */
function countsAfter(counts: Census['counts'], primary: string, { started, stopped }: Pick<Move, 'started' | 'stopped'>): Census['counts'] {
  const after = new Map(counts);
  const add = (deployment: string, more: Partial<TaskCounts>): void =>
    void after.set(deployment, plus(after.get(deployment) ?? none, { ...none, ...more }));
  add(primary, { pendingCount: started });
  for (const { task } of stopped) add(task.startedBy, task.lastStatus === 'RUNNING' ? { runningCount: -1 } : { pendingCount: -1 });
  return after;
}

/** A service and its deployments with the counts of their tasks after a pass. */
export function withCounts(service: ServiceBody, before: Census['counts'], move: Pick<Move, 'started' | 'stopped'>): ServiceBody {
  const counts = countsAfter(before, primaryOf(service)?.id ?? '', move);
  const deployments = service.deployments.map((deployment) => ({
    ...deployment,
    ...(deployment.status === 'PRIMARY' ? { desiredCount: service.desiredCount } : {}),
    ...(counts.get(deployment.id) ?? none),
  }));
  return { ...service, ...[...counts.values()].reduce(plus, none), deployments };
}

/** Writes the counts of a cluster when those of one of its services become these. */
export function countInCluster(world: World, { clusterArn, serviceArn, runningCount, pendingCount }: ServiceBody): readonly Effect[] {
  if (clusterOf(world, clusterArn) === undefined) return [];
  let [runningTasksCount, pendingTasksCount] = [runningCount, pendingCount];
  for (const { id } of ownedBy(world, clusterArn)) {
    const other = id === serviceArn ? undefined : serviceOf(world, id);
    runningTasksCount += other?.runningCount ?? 0;
    pendingTasksCount += other?.pendingCount ?? 0;
  }
  return [patch(clusterArn, { runningTasksCount, pendingTasksCount })];
}
