import type { Effect } from '../../engine/effect.ts';
import { remind, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { refusedByAdmission } from '../access/admit-request.ts';
import { authenticate } from '../access/authenticate.ts';
import { accessRequest, decide, denied } from '../access/authorize-request.ts';
import { outcomeOf } from '../api-server/outcome.ts';
import { isWrite } from '../api-server/request-info.ts';
import { storeTimedOut, unauthorized } from '../api-server/status-error.ts';
import { partOf } from '../identity.ts';
import type { ClientRequest } from './client-request.ts';
import { answer, handOn } from './client-request.ts';
import { canStore } from './members.ts';
import { controlPlaneTimings } from './timings.ts';

type Stage = (world: World, request: ClientRequest) => readonly Effect[];

/** Who is it? A request without a believed token ends here. */
const authentication: Stage = (world, request) => {
  const identity = authenticate(world, request.caller);
  if (identity === undefined) return answer(world, request, unauthorized());
  const groups = identity.groups.join(', ');
  return [handOn('authorization', { ...request, identity }, `it is ${identity.username}, in ${groups}`)];
};

/** May it? One yes is enough, of an access policy or of RBAC. */
const authorization: Stage = (world, request) => {
  const { identity, info } = request;
  if (identity === undefined) return [];
  const { allowed, reason } = decide(world, identity, accessRequest(identity, info));
  if (!allowed) return answer(world, request, denied(identity, info));
  return [handOn(isWrite(info) ? 'admission' : 'storage', { ...request, reason }, reason)];
};

/** Is it acceptable as it is? Only what changes something is asked. */
const admission: Stage = (world, request) => {
  const { identity, info, call } = request;
  const refused = identity && refusedByAdmission(world, identity, info, call);
  return refused === undefined ? [handOn('storage', request, 'nothing against it')] : answer(world, request, refused);
};

/** Into etcd, or out of it. Without quorum it answers neither reads nor writes. */
const storage: Stage = (world, request) => {
  if (!canStore(world)) return [remind({ type: 'store.timedOut', request }, controlPlaneTimings.storeTimeout)];
  const outcome = outcomeOf(world, request.call);
  const stored = outcome.request === undefined ? [] : [send(partOf(world, 'kube-apiserver'), outcome.request, outcome.text)];
  return [...stored, ...answer(world, request, outcome.reply)];
};

/** The answer of an etcd that has no quorum, when the API server gives up on it. */
export const timedOut: Stage = (world, request) => answer(world, request, storeTimedOut());

/** The stages of a request, in their order. */
export const stages = { authentication, authorization, admission, storage } as const;

/** The name of a stage: in a diagram, the part that is drawn for it. */
export type StageName = keyof typeof stages;
