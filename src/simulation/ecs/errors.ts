import type { Id } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';

/** The exceptions of the ECS API that a simulated call can meet. */
export type EcsException =
  | 'ClusterNotFoundException'
  | 'ServiceNotFoundException'
  | 'ServiceNotActiveException'
  | 'InvalidParameterException'
  | 'ClientException'
  | 'UnsupportedOperation';

/** A call refused in the provider's error shape: nothing happens. */
export const refused = (about: Id, exception: EcsException, message: string): Answer => ({
  reply: { ok: false, body: { __type: exception, message } },
  effects: [],
  about,
  text: `a call that was refused: ${message}`,
});
