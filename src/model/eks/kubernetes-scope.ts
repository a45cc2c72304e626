import type { ApiObject } from '../api-object.ts';
import type { Id } from '../json.ts';
import type { RelationKind, Scope } from '../resource.ts';
import { at, listAt, textAt } from './read.ts';

/** The id of an object of the same cluster; what has no namespace has an empty one. */
export const siblingId = ({ id }: ApiObject, kind: string, namespace: string, name: string): Id =>
  `${id.slice(0, id.indexOf('/'))}/${kind}/${namespace}/${name}`;

/** Where a Kubernetes object lives, by its id `k8s:cluster/kind/namespace/name`. */
export function scopeOf({ id, body }: ApiObject): Scope {
  const cluster = id.slice('k8s:'.length, id.indexOf('/'));
  const namespace = textAt(body, 'metadata', 'namespace');
  return { cluster, ...(namespace === undefined ? {} : { namespace }) };
}

/** The name in the metadata, else the one in the id. */
export const nameOf = ({ id, body }: ApiObject): string => textAt(body, 'metadata', 'name') ?? id.slice(id.lastIndexOf('/') + 1);

/** The relation to the controller that `ownerReferences` names. */
export function ownedBy(object: ApiObject): readonly { readonly to: Id; readonly kind: RelationKind }[] {
  const owner = listAt(object.body, 'metadata', 'ownerReferences').find((one) => at(one, 'controller') === true);
  const kind = textAt(owner, 'kind');
  const name = textAt(owner, 'name');
  if (kind === undefined || name === undefined) return [];
  return [{ to: siblingId(object, kind, textAt(object.body, 'metadata', 'namespace') ?? '', name), kind: 'owned-by' }];
}

/**
 * A name short enough for a card: of `web-64c6c544f-82zzw` the middle, the hash of the pod template, is cut to two
 * letters. Other names stay as they are.
 */
export function shortName(name: string, hash: string | undefined): string {
  return hash === undefined || hash.length <= 2 ? name : name.replace(`-${hash}`, `-${hash.slice(0, 2)}`);
}

/** The hash of the template that an object was made from, by its label. */
export const templateHashOf = ({ body }: ApiObject): string | undefined => textAt(body, 'metadata', 'labels', 'pod-template-hash');
