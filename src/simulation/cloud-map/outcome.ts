import type { Id } from '../../model/json.ts';
import { appFailure } from '../ecs/app-failure.ts';
import { taskOf } from '../ecs/objects.ts';
import type { World } from '../engine/world.ts';
import type { Outcome } from './objects.ts';

/** Whether the instance that a task runs on is gone and answers no packet. Fargate tasks have none. */
function isHostGone(world: World, host: Id | undefined): boolean {
  const snapshot = host === undefined ? undefined : world.actors.get(host)?.snapshot;
  if (snapshot === undefined) return false;
  return ['ACTIVE', 'DRAINING'].some(
    (status) => snapshot.matches({ [status]: 'unreachable' }) || snapshot.matches({ [status]: 'disconnected' }),
  );
}

/** What a client gets that calls the address of a task. */
export function outcomeOf(world: World, taskArn: Id): Outcome {
  const task = taskOf(world, taskArn);
  if (task === undefined || task.lastStatus === 'STOPPED' || task.lastStatus === 'DELETED') return 'ETIMEDOUT';
  if (isHostGone(world, task.containerInstanceArn)) return 'ETIMEDOUT';
  const serves = task.lastStatus === 'RUNNING' || task.lastStatus === 'DEACTIVATING';
  if (!serves || task.containers.some(({ lastStatus }) => lastStatus === 'STOPPED')) return 'ECONNREFUSED';
  const failure = appFailure(world, taskArn);
  if (failure === undefined) return '200';
  return failure.reason === 'Target.Timeout' ? 'ETIMEDOUT' : '503';
}
