import type { KubernetesCall, Reply } from '../../../model/api-call.ts';
import type { ApiObject } from '../../../model/api-object.ts';
import { at, isObject, listAt, textAt } from '../../../model/eks/read.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import type { KubeKind } from '../identity.ts';
import { evictionOf } from '../disruption/evict-pod.ts';
import { idIn, kindsServed } from '../identity.ts';
import type { ApiRequest } from '../requests.ts';
import { strategicMerge } from './merge-template.ts';
import type { RequestInfo } from './request-info.ts';
import { requestInfo } from './request-info.ts';
import { servedBy } from './served.ts';
import { alreadyExists, conflict, evictionRefused, invalid, noSuchPath, notAllowed, notFound } from './status-error.ts';

/** What a request comes to, once it is let through: the reply, and what is to be stored. */
export interface Outcome {
  readonly reply: Reply;
  readonly request?: ApiRequest;
  /** What was done, in one clause. */
  readonly text: string;
}

/** Works out what the API server answers to a request, and what it stores for it. */
export function outcomeOf(world: World, call: KubernetesCall): Outcome {
  const info = requestInfo(call);
  const served = info && servedBy(info);
  if (info === undefined || served === undefined) return { reply: noSuchPath(), text: `${call.verb} ${call.path}` };
  const { resource, group, name, namespace } = info;
  const text = name === '' ? `${info.verb} ${resource}` : `${info.verb} ${resource} ${name}`;
  const { kind } = served;
  if (info.verb === 'list') return { reply: listOf(world, kind, namespace), text };
  const object = kind && world.objects.get(idIn(world, kind, { namespace, name }));
  if (call.verb === 'create' && info.subresource === 'eviction') return eviction(world, info, text);
  if (call.verb === 'create')
    return kind === undefined ? { reply: notAllowed(), text } : creation(world, kind, info, call.body ?? {}, text);
  if (kind === undefined || object === undefined) return { reply: notFound(resource, group, name), text };
  const reply = { ok: true, body: object.body };
  switch (call.verb) {
    case 'get':
      return { reply, text };
    case 'delete':
      return { reply, request: { type: 'object.delete', id: object.id }, text: `delete ${object.kind.replace('k8s-', '')} ${name}` };
    case 'patch':
      return patched(kind, object, info, call.body ?? {});
    default:
      return { reply: notAllowed(), text };
  }
}

/** The eviction of a pod, which its budget may refuse. */
function eviction(world: World, { resource, group, name, namespace }: RequestInfo, text: string): Outcome {
  const id = idIn(world, 'Pod', { namespace, name });
  const decided = evictionOf(world, id);
  if (decided === undefined) return { reply: notFound(resource, group, name), text };
  if (!decided.allowed) return { reply: evictionRefused(decided), text };
  return {
    reply: { ok: true, body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 } },
    request: { type: 'pod.evict', id },
    text,
  };
}

function listOf(world: World, kind: KubeKind | undefined, namespace: string): Reply {
  const items = [...world.objects.values()]
    .filter((object) => kind !== undefined && object.kind === kindsServed[kind])
    .filter(({ body }) => namespace === '' || textAt(body, 'metadata', 'namespace') === namespace)
    .map(({ body }) => body);
  return { ok: true, body: { apiVersion: 'v1', kind: 'List', items } };
}

function creation(
  world: World,
  kind: KubeKind,
  { resource, group, name, namespace }: RequestInfo,
  body: JsonObject,
  text: string,
): Outcome {
  const id = idIn(world, kind, { namespace, name });
  if (world.objects.has(id)) return { reply: alreadyExists(resource, group, name), text };
  const metadata = { ...partOfBody(body, 'metadata'), ...(namespace === '' ? {} : { namespace }) };
  const object = { id, kind: kindsServed[kind], body: { ...body, metadata } };
  return { reply: { ok: true, body: object.body }, request: { type: 'object.create', object }, text };
}

function patched(kind: KubeKind, object: ApiObject, info: RequestInfo, body: JsonObject): Outcome {
  const text = textOf(info, body);
  const version = textAt(body, 'metadata', 'resourceVersion');
  if (version !== undefined && version !== textAt(object.body, 'metadata', 'resourceVersion')) {
    return { reply: conflict(info.resource, info.group, info.name), text };
  }
  const next = strategicMerge(object.body, body);
  const spec = partOfBody(next, 'spec');
  const flaw = flawOf(kind, info, spec);
  if (flaw !== undefined) return { reply: flaw, text };
  const words = (['labels', 'annotations'] as const).filter((field) => at(body, 'metadata', field) !== undefined);
  const metadata = Object.fromEntries(words.map((field) => [field, partOfBody(next, 'metadata', field)]));
  return { reply: { ok: true, body: object.body }, request: { type: 'object.patch', id: object.id, change: { spec, metadata } }, text };
}

/** The object under a path; an empty one where there is none. */
function partOfBody(body: Json | undefined, ...path: readonly string[]): JsonObject {
  const found = at(body, ...path);
  return isObject(found) ? found : {};
}

/** Why the API server does not take the object as it would be. */
function flawOf(kind: KubeKind, { group, name }: RequestInfo, spec: JsonObject): Reply | undefined {
  if (kind !== 'Deployment' && kind !== 'ReplicaSet') return undefined;
  const { replicas } = spec;
  if (typeof replicas !== 'number' || replicas < 0) {
    return invalid(kind, group, name, 'spec.replicas', `Invalid value: ${JSON.stringify(replicas)}: must be greater than or equal to 0`);
  }
  const images = listAt(spec, 'template', 'spec', 'containers').map((one) => textAt(one, 'image') ?? '');
  const empty = images.findIndex((image) => image.trim() === '');
  return empty < 0 ? undefined : invalid(kind, group, name, `spec.template.spec.containers[${empty}].image`, 'Required value');
}

/** What a patch does, in one clause. */
function textOf({ resource, name, subresource }: RequestInfo, body: JsonObject): string {
  const { replicas } = partOfBody(body, 'spec');
  if (subresource === 'scale' || replicas !== undefined) return `scale ${name} to ${JSON.stringify(replicas)}`;
  const image = textAt(listAt(body, 'spec', 'template', 'spec', 'containers')[0], 'image');
  return image !== undefined ? `set the image of ${name} to ${image}` : `change ${resource} ${name}`;
}
