import type { Id } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { hasFault } from '../../engine/world.ts';
import { deploymentIdOf } from '../store.ts';

/** The fault of a Deployment whose image the registry has lost. */
export const IMAGE_MISSING = 'image-missing';

/** Whether the simulated registry has an image for a pod: each tag that is a whole number, unless a fault took it away. */
export function canPull(world: World, pod: Id, image: string): boolean {
  const deployment = deploymentIdOf(world, pod);
  const isLost = deployment !== undefined && hasFault(world, IMAGE_MISSING, deployment);
  return !isLost && /:\d+$/.test(image);
}

/** What containerd answers about an image that the registry does not have. */
export function notFound(image: string): string {
  const full = image.includes('/') ? image : `docker.io/library/${image}`;
  return (
    `rpc error: code = NotFound desc = failed to pull and unpack image "${full}": ` +
    `failed to resolve reference "${full}": ${full}: not found`
  );
}
