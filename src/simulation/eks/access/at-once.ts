import type { ApiCall, KubernetesCall, Reply } from '../../../model/api-call.ts';
import { at, isObject, textAt } from '../../../model/eks/read.ts';
import type { Answer } from '../../engine/domain.ts';
import type { Effect } from '../../engine/effect.ts';
import { log, put, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { kubernetesApi } from '../api-server/kubernetes-api.ts';
import { outcomeOf } from '../api-server/outcome.ts';
import type { RequestInfo } from '../api-server/request-info.ts';
import { deedText, isWrite, requestInfo } from '../api-server/request-info.ts';
import { noSuchPath, unauthorized } from '../api-server/status-error.ts';
import { nameIn, partOf } from '../identity.ts';
import { refusedByAdmission } from './admit-request.ts';
import type { Identity } from './authenticate.ts';
import { authenticate } from './authenticate.ts';
import { accessRequest, decide, denied } from './authorize-request.ts';
import { printed } from './kubectl-words.ts';
import { reviewOf } from './review.ts';

/** The resource that `kubectl auth can-i` creates. */
const REVIEWS = 'selfsubjectaccessreviews';

interface Handled {
  readonly reply: Reply;
  readonly effects: readonly Effect[];
}

/** A Kubernetes API that knows who asks: a request goes through all its stages in one instant. */
export function accessApi(call: ApiCall, world: World): Answer {
  if (call.api !== 'kubernetes' || call.by === undefined) return kubernetesApi(call, world);
  const info = requestInfo(call);
  const identity = authenticate(world, call.by);
  const text = info?.resource === REVIEWS ? `ask what ${nameIn(call.by)} may do` : deedText(call, info);
  if (info === undefined) return { reply: noSuchPath(), effects: [], about: call.by, text };
  if (identity === undefined) return { reply: unauthorized(), effects: [], about: call.by, text };
  return {
    ...(info.resource === REVIEWS ? review(world, identity, call) : request(world, identity, info, call)),
    about: call.by,
    text,
  };
}

function request(world: World, identity: Identity, info: RequestInfo, call: KubernetesCall): Handled {
  const refused = decide(world, identity, accessRequest(identity, info)).allowed
    ? isWrite(info) && refusedByAdmission(world, identity, info, call)
    : denied(identity, info);
  const outcome = refused ? { reply: refused, text: '', request: undefined } : outcomeOf(world, call);
  const { reply, text } = outcome;
  const stored = outcome.request === undefined ? [] : [send(partOf(world, 'kube-apiserver'), outcome.request, text)];
  return { reply, effects: [...stored, log(call.by ?? '', printed(reply, info))] };
}

/** `kubectl auth can-i`: everybody who is somebody may ask it about himself. */
function review(world: World, identity: Identity, { body, by = '' }: KubernetesCall): Handled {
  const asked = at(body, 'spec', 'resourceAttributes');
  const word = (field: string): string => (isObject(asked) ? (textAt(asked, field) ?? '') : '');
  const info = {
    verb: word('verb'),
    group: word('group'),
    resource: word('resource'),
    subresource: word('subresource'),
    namespace: word('namespace'),
    name: word('name'),
  };
  const object = reviewOf(world, identity, info);
  const allowed = at(object.body, 'status', 'allowed') === true;
  const reason = textAt(object.body, 'status', 'reason');
  return {
    reply: { ok: true, body: object.body },
    effects: [put(object), log(by, allowed ? `yes - ${reason ?? ''}` : 'no')],
  };
}
