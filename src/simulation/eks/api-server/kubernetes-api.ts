import type { ApiCall } from '../../../model/api-call.ts';
import type { Answer } from '../../engine/domain.ts';
import { remind } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { partOf } from '../identity.ts';
import { outcomeOf } from './outcome.ts';

/** The Kubernetes API for a reader who may do everything. The API server stores what comes of a request. */
export function kubernetesApi(call: ApiCall, world: World): Answer {
  if (call.api !== 'kubernetes') throw new Error(`The Kubernetes API was asked for ${call.api}; send it a call of api kubernetes.`);
  const { reply, request, text } = outcomeOf(world, call);
  // The reader's own request is drawn as a message already.
  return { reply, effects: request === undefined ? [] : [remind(request, 0)], about: partOf(world, 'kube-apiserver'), text };
}
