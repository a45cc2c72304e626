import type { CapacityPrices } from '../../model/capacity-price.ts';
import { taskHour } from '../../model/capacity-price.ts';
import type { Id } from '../../model/json.ts';
import type { DomainPart } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { clusterOf, instanceOf, serviceOf, taskDefinitionOf } from './objects.ts';

/** What a task of a revision costs on Fargate in an hour. */
export function revisionHour(world: World, revision: Id, prices: CapacityPrices): number {
  const { cpu = '0', memory = '0' } = taskDefinitionOf(world, revision) ?? {};
  return taskHour({ vcpu: Number(cpu) / 1024, gb: Number(memory) / 1024 }, prices);
}

/** How many tasks of a cluster are on no instance of it, from the counts that both keep. */
function tasksElsewhere(world: World, cluster: Id): number {
  const { runningTasksCount = 0, pendingTasksCount = 0 } = clusterOf(world, cluster) ?? {};
  let count = runningTasksCount + pendingTasksCount;
  for (const { id } of ownedBy(world, cluster)) {
    const instance = instanceOf(world, id);
    if (instance !== undefined) count -= instance.runningTasksCount + instance.pendingTasksCount;
  }
  return count;
}

/** What a cluster of a few instances and one service costs in an hour: its instances whole, and its tasks on Fargate by their size. */
export const hourlyCost = ({ cluster, service }: { readonly cluster: Id; readonly service: Id }, prices: CapacityPrices): DomainPart => ({
  measures: (world) => ({
    'cost.fargate': tasksElsewhere(world, cluster) * revisionHour(world, serviceOf(world, service)?.taskDefinition ?? '', prices),
    'cost.instances': (clusterOf(world, cluster)?.registeredContainerInstancesCount ?? 0) * prices.instance,
  }),
});
