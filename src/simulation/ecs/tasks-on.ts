import type { Id } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { clusterOfArn } from './arns.ts';
import type { TaskBody } from './objects.ts';
import { taskOf } from './objects.ts';

/** The tasks that are placed on an instance. */
export function* tasksOn(world: World, instance: Id): Generator<TaskBody> {
  for (const { id, kind } of ownedBy(world, clusterOfArn(instance))) {
    if (kind !== 'ecs-service') continue;
    for (const owned of ownedBy(world, id)) {
      const task = taskOf(world, owned.id);
      if (task?.containerInstanceArn === instance) yield task;
    }
  }
}
