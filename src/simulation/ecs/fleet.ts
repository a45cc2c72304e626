import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { patch } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import type { ContainerInstanceBody } from './objects.ts';
import { instanceOf } from './objects.ts';
import type { Need } from './placement.ts';
import { resourcesAfter } from './placement.ts';

/** The instances of a cluster while tasks are placed on them one after the other. */
export interface Fleet {
  readonly instances: () => Iterable<ContainerInstanceBody>;
  /** Keeps room on an instance for one more task. */
  readonly take: (instance: ContainerInstanceBody, need: Need) => void;
  /** What was taken, as it is to be written. */
  readonly changes: () => readonly Effect[];
}

/** The fleet of a cluster as it stands. */
export function fleetOf(world: World, cluster: Id): Fleet {
  const instances = new Map<Id, ContainerInstanceBody>();
  for (const { id } of ownedBy(world, cluster)) {
    const instance = instanceOf(world, id);
    if (instance !== undefined) instances.set(id, instance);
  }
  const touched = new Set<Id>();
  return {
    instances: () => instances.values(),
    take: (instance, need) => {
      instances.set(instance.containerInstanceArn, {
        ...instance,
        pendingTasksCount: instance.pendingTasksCount + 1,
        remainingResources: resourcesAfter(instance.remainingResources, need, 'take'),
      });
      touched.add(instance.containerInstanceArn);
    },
    changes: () =>
      [...touched].map((id) => {
        const { pendingTasksCount, remainingResources } = instances.get(id) ?? {};
        return patch(id, { pendingTasksCount, remainingResources });
      }),
  };
}
