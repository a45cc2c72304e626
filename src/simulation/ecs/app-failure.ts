import type { Id } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { hasFault } from '../engine/world.ts';
import type { CheckFailure } from '../network/target-health.ts';
import { answers404, answers503, timesOut } from '../network/target-health.ts';
import { isBroken } from './image-behaviour.ts';
import { taskOf } from './objects.ts';

/** Why a target of a group fails its checks: what is wrong with its task, else what is wrong with the check of its group; undefined when it passes. */
export function appFailure(world: World, task: Id, group?: Id): CheckFailure | undefined {
  if (hasFault(world, 'process-hangs', task)) return timesOut;
  const fails = (id: Id): boolean => hasFault(world, 'health-check-fails', id);
  if (fails(task) || taskOf(world, task)?.containers.some(({ containerArn, image }) => isBroken(image) || fails(containerArn)))
    return answers503;
  return group !== undefined && hasFault(world, 'check-path-wrong', group) ? answers404 : undefined;
}
