import type { ApiCall, KubernetesCall, Reply } from '../../../model/api-call.ts';
import type { ApiObject } from '../../../model/api-object.ts';
import { at, isObject, listAt, textAt } from '../../../model/eks/read.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import type { Answer } from '../../engine/domain.ts';
import { remind } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import type { KubeKind } from '../identity.ts';
import { idIn, partOf } from '../identity.ts';
import type { ApiRequest } from '../requests.ts';
import { strategicMerge } from './merge-template.ts';
import { invalid, noSuchPath, notAllowed, notFound } from './status-error.ts';

/** What a path names. */
interface Target {
  readonly kind: KubeKind;
  readonly resource: string;
  readonly group: string;
  readonly name: string;
  readonly subresource: string | undefined;
  readonly object: ApiObject | undefined;
}

const path = /^\/(?:api\/v1|apis\/(apps)\/v1)\/(?:namespaces\/([^/]+)\/)?(pods|deployments|replicasets|nodes)\/([^/]+)(?:\/(scale))?$/;
const served: Readonly<Record<string, { readonly kind: KubeKind; readonly group: string }>> = {
  pods: { kind: 'Pod', group: '' },
  nodes: { kind: 'Node', group: '' },
  deployments: { kind: 'Deployment', group: 'apps' },
  replicasets: { kind: 'ReplicaSet', group: 'apps' },
};

function targetOf(world: World, call: KubernetesCall): Target | undefined {
  const [, group = '', namespace = '', resource = '', name = '', subresource] = path.exec(call.path) ?? [];
  const kind = served[resource];
  if (kind === undefined || kind.group !== group) return undefined;
  const object = world.objects.get(idIn(world, kind.kind, { namespace, name }));
  return { ...kind, resource, name, subresource, object };
}

/** The Kubernetes API: deletes an object, patches it or its scale. The API server does the rest. */
export function kubernetesApi(call: ApiCall, world: World): Answer {
  const about = partOf(world, 'kube-apiserver');
  if (call.api !== 'kubernetes') throw new Error(`The Kubernetes API was asked for ${call.api}; send it a call of api kubernetes.`);
  const target = targetOf(world, call);
  const text = `${call.verb} ${target === undefined ? call.path : `${target.resource} ${target.name}`}`;
  const refused = (reply: Reply): Answer => ({ reply, effects: [], about, text });
  if (target === undefined) return refused(noSuchPath());
  const { object, resource, group, name } = target;
  if (object === undefined) return refused(notFound(resource, group, name));
  if (call.verb === 'delete')
    return accepted(object, { type: 'object.delete', id: object.id }, about, `delete ${object.kind.replace('k8s-', '')} ${name}`);
  if (call.verb !== 'patch') return refused(notAllowed());
  const next = strategicMerge(object.body, call.body ?? {});
  const spec = partOfBody(next, 'spec');
  const flaw = flawOf(target, spec);
  if (flaw !== undefined) return refused(flaw);
  return accepted(object, { type: 'object.patch', id: object.id, change: { spec } }, about, textOf(target, call.body));
}

const accepted = (object: ApiObject, request: ApiRequest, about: string, text: string): Answer => ({
  reply: { ok: true, body: object.body },
  effects: [remind(request, 0)], // the reader's own request is drawn as a message already
  about,
  text,
});

/** The object under a path; an empty one where there is none. */
function partOfBody(body: Json | undefined, ...path: readonly string[]): JsonObject {
  const found = at(body, ...path);
  return isObject(found) ? found : {};
}

/** Why the API server does not take the object as it would be. */
function flawOf({ kind, group, name }: Target, spec: JsonObject): Reply | undefined {
  if (kind !== 'Deployment' && kind !== 'ReplicaSet') return undefined;
  const { replicas } = spec;
  if (typeof replicas !== 'number' || replicas < 0) {
    return invalid(kind, group, name, 'spec.replicas', `Invalid value: ${JSON.stringify(replicas)}: must be greater than or equal to 0`);
  }
  const images = listAt(spec, 'template', 'spec', 'containers').map((one) => textAt(one, 'image') ?? '');
  const empty = images.findIndex((image) => image.trim() === '');
  return empty < 0 ? undefined : invalid(kind, group, name, `spec.template.spec.containers[${empty}].image`, 'Required value');
}

/** What the reader did, in one clause. */
function textOf({ resource, name, subresource }: Target, body: JsonObject | undefined): string {
  const { replicas } = partOfBody(body, 'spec');
  if (subresource === 'scale' || replicas !== undefined) return `scale ${name} to ${JSON.stringify(replicas)}`;
  const image = textAt(listAt(body, 'spec', 'template', 'spec', 'containers')[0], 'image');
  return image !== undefined ? `set the image of ${name} to ${image}` : `change ${resource} ${name}`;
}
