import type { ApiObject } from '../../model/api-object.ts';
import type { Id, JsonObject } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { log, send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { partOf } from './identity.ts';
import { timings } from './timings.ts';

/** Changes to the sections of an object, each merged one level deep; `undefined` removes a field. A list of endpoints is replaced. */
export type Change = {
  readonly metadata?: JsonObject;
  readonly spec?: JsonObject;
  readonly status?: JsonObject;
  readonly endpoints?: readonly JsonObject[];
};

/** What a client asks of the API server. */
export type ApiRequest =
  | { readonly type: 'object.create'; readonly object: ApiObject }
  | { readonly type: 'object.patch'; readonly id: Id; readonly change: Change }
  /** The eviction subresource of a pod: deletes it if its budget allows; else `by` is told. */
  | { readonly type: 'pod.evict'; readonly id: Id; readonly by?: Id }
  | { readonly type: 'pod.bind'; readonly id: Id; readonly nodeName: string }
  /** With `graceSeconds` 0 the object goes at once: so says the kubelet when all containers have stopped. */
  | { readonly type: 'object.delete'; readonly id: Id; readonly graceSeconds?: number };

/** What the API server tells a watcher. */
export type WatchEvent =
  { readonly type: 'object.stored'; readonly object: ApiObject } | { readonly type: 'object.removed'; readonly object: ApiObject };

/** Sends a request to the API server; every change of an object is one. */
export const ask = (world: World, request: ApiRequest, text: string, after = 0): Effect =>
  send(partOf(world, 'kube-apiserver'), request, text, timings.request + after);

/** Writes a Kubernetes Event about an object to the log, with its reason as `kubectl get events` shows it. */
export const event = (about: Id, reason: string, message: string): Effect => log(about, `${reason}: ${message}`);
