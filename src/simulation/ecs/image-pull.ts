import type { Id } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { hasFault } from '../engine/world.ts';
import { serviceOfTask } from './arns.ts';
import { taskOf } from './objects.ts';

/** The simulated registry has every image but those whose tag ends in this. */
export const MISSING_TAG = '-missing';

/** Why the image of a container of a task cannot be pulled, as the reason of its container; undefined when it can. */
export function pullFailure(world: World, taskArn: Id, container: Id, image: string): string | undefined {
  if (image.endsWith(MISSING_TAG)) {
    return `CannotPullContainerError: The task can’t pull the image. Check whether the image exists. Error response from daemon: manifest for ${image} not found: manifest unknown: Requested image not found`;
  }
  const task = taskOf(world, taskArn);
  const service = task && serviceOfTask(task);
  const isDown = [service, container].some((id) => id !== undefined && hasFault(world, 'image-pull-fails', id));
  if (!isDown) return undefined;
  const registry = image.slice(0, image.indexOf('/'));
  return `CannotPullContainerError: The task can’t pull the image. Check your network configuration. Error response from daemon: Get "https://${registry}/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`;
}
