import type { Effect } from '../engine/effect.ts';
import { patch } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import type { Member } from './census.ts';
import type { Move } from './deed.ts';
import type { ServiceBody } from './objects.ts';
import { clusterOf, serviceOf } from './objects.ts';

function countsOf(members: readonly Member[], started: number) {
  let runningCount = 0;
  for (const { task } of members) if (task.lastStatus === 'RUNNING') runningCount += 1;
  return { runningCount, pendingCount: members.length - runningCount + started };
}

/** A service and its deployments with the counts of their tasks after a pass. */
export function withCounts(
  service: ServiceBody,
  members: readonly Member[],
  { started, stopped }: Pick<Move, 'started' | 'stopped'>,
): ServiceBody {
  const gone = new Set(stopped);
  const left = gone.size === 0 ? members : members.filter((member) => !gone.has(member));
  const deployments = service.deployments.map((deployment) => {
    const own = left.filter(({ task }) => task.startedBy === deployment.id);
    return deployment.status === 'PRIMARY'
      ? { ...deployment, desiredCount: service.desiredCount, ...countsOf(own, started) }
      : { ...deployment, ...countsOf(own, 0) };
  });
  return { ...service, ...countsOf(left, started), deployments };
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
