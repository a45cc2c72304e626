import type { Id } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { controllerId } from '../identity.ts';
import type { Stored } from '../store.ts';
import { every } from '../store.ts';

/** The EndpointSlice of a Service, once there is one. */
export const sliceOf = (world: World, service: Id): Stored<'EndpointSlice'> | undefined =>
  [...every(world, 'EndpointSlice')].find(({ id, body }) => controllerId(id, body.metadata) === service);
