import type { KubernetesCall } from '../../../model/api-call.ts';
import type { Id } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { put, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import type { Reply } from '../../../model/api-call.ts';
import { numberAt, present, textAt } from '../../../model/eks/read.ts';
import type { Identity } from '../access/authenticate.ts';
import type { RequestInfo } from '../api-server/request-info.ts';
import { clusterArn } from '../identity.ts';
import { controlPlaneTimings } from './timings.ts';

/** A client's request on its way, with what is known of it so far. */
export interface ClientRequest {
  readonly auditID: string;
  readonly caller: Id;
  readonly call: KubernetesCall;
  readonly info: RequestInfo;
  readonly receivedAt?: string;
  readonly identity?: Identity;
  /** Why it was let through. */
  readonly reason?: string;
}

/** What one stage tells the next, and the last one the caller. */
export type RequestEvent =
  | { readonly type: 'request.sent'; readonly request: ClientRequest }
  | { readonly type: 'request.answered'; readonly request: ClientRequest; readonly reply: Reply };

/** The id of the cluster's endpoint, which is at the same time its actor. */
export const endpointId = (world: World): Id => `${clusterArn(world)}#endpoint`;

/** Hands a request to the next stage. */
export const handOn = (to: Id, request: ClientRequest, text: string): Effect =>
  send(to, { type: 'request.sent', request } satisfies RequestEvent, text, controlPlaneTimings.stage);

/** The request as the audit log tells it. */
export function audited(world: World, request: ClientRequest, reply?: Reply): Effect {
  const { auditID, call, info, identity, receivedAt = isoTime(world), reason } = request;
  const { group, resource, subresource, namespace, name } = info;
  const attributes = { apiGroup: group, resource, subresource, namespace, name };
  const ok = reply?.ok === true;
  const body = {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    auditID,
    stage: reply === undefined ? 'RequestReceived' : 'ResponseComplete',
    requestURI: call.path,
    verb: info.verb,
    user: present({ username: identity?.username, groups: identity?.groups }),
    objectRef: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== '')),
    requestReceivedTimestamp: receivedAt,
    stageTimestamp: isoTime(world),
    ...(reply === undefined
      ? {}
      : {
          responseStatus: ok
            ? { code: call.verb === 'create' ? 201 : 200 }
            : present({ code: numberAt(reply.body, 'code'), reason: textAt(reply.body, 'reason'), message: textAt(reply.body, 'message') }),
        }),
    ...(reason === undefined ? {} : { annotations: { 'authorization.k8s.io/decision': 'allow', 'authorization.k8s.io/reason': reason } }),
  };
  return put({ id: `audit:${auditID}`, kind: 'k8s-audit-event', body });
}

/** Ends a request: into the audit log, and back by the endpoint. */
export function answer(world: World, request: ClientRequest, reply: Reply): readonly Effect[] {
  const code = numberAt(reply.body, 'code') ?? 200;
  const text = reply.ok ? `${request.call.verb === 'create' ? 201 : 200} OK` : `${code} ${textAt(reply.body, 'reason') ?? ''}`;
  return [
    audited(world, request, reply),
    send(endpointId(world), { type: 'request.answered', request, reply } satisfies RequestEvent, text, controlPlaneTimings.stage),
  ];
}
