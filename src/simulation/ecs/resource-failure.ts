import type { Id } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { hasFault } from '../engine/world.ts';

/** Why a task cannot have what its containers need before their images are pulled; undefined when it can. */
export const resourceFailure = (world: World, task: Id): string | undefined =>
  hasFault(world, 'secret-missing', task)
    ? 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key DB_PASSWORD'
    : undefined;
