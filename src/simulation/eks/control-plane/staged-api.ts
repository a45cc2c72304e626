import type { ApiCall } from '../../../model/api-call.ts';
import type { Answer } from '../../engine/domain.ts';
import type { World } from '../../engine/world.ts';
import { hexId } from '../../engine/world.ts';
import { kubernetesApi } from '../api-server/kubernetes-api.ts';
import { deedText, requestInfo } from '../api-server/request-info.ts';
import { noSuchPath } from '../api-server/status-error.ts';
import { endpointId, handOn } from './client-request.ts';

/** A Kubernetes API whose clients' requests are on their way for a while, stage by stage; the reply comes at the end of it. */
export function stagedApi(call: ApiCall, world: World): Answer {
  if (call.api !== 'kubernetes' || call.by === undefined) return kubernetesApi(call, world);
  const { by } = call;
  const info = requestInfo(call);
  const text = deedText(call, info);
  if (info === undefined) return { reply: noSuchPath(), effects: [], about: by, text };
  const request = { auditID: hexId(world, `request ${world.seq}`, 12), caller: by, call, info };
  return { reply: { ok: true, body: {} }, effects: [handOn(endpointId(world), request, `${call.verb} ${call.path}`)], about: by, text };
}
