import * as z from 'zod/mini';
import { textAt } from '../model/eks/read.ts';
import { text } from './allow/fields.ts';
import type { KubernetesKind } from './kubernetes-kinds.ts';
import { kubernetesKindOf, kubernetesKinds } from './kubernetes-kinds.ts';
import { refusalOf } from './refusal.ts';
import type { Admission, Shape } from './shape.ts';

const drawn = Object.values(kubernetesKinds);

const entry = z.looseObject({ cluster: z.optional(text), object: z.optional(z.looseObject({})) });

const nameless: Admission = { nameless: true };

/** Keeps the allowed fields of an object of a cluster, which does not say itself of which cluster it is. */
export function admitKubernetes(kind: KubernetesKind, cluster: string, object: unknown, at: string): Admission {
  const result = kind.schema.safeParse(object);
  if (!result.success) return { refused: refusalOf(result.error, at) };
  const { data: body } = result;
  const name = textAt(body, 'metadata', 'name');
  if (name === undefined) return nameless;
  const namespace = textAt(body, 'metadata', 'namespace') ?? '';
  return { object: { id: `k8s:${cluster}/${textAt(body, 'kind') ?? ''}/${namespace}/${name}`, kind: kind.kind, body } };
}

/** A Kubernetes object in an account file, with the name of the cluster that it is of. */
export const kubernetesShape: Shape = {
  kinds: drawn.map(({ kind }) => kind),
  nameless: 'it has no cluster or no name, or its kind is not drawn',
  schema: z.object({ cluster: text, object: z.union(drawn.map(({ schema }) => schema)) }),
  admit(element, at) {
    const result = entry.safeParse(element);
    if (!result.success) return { refused: refusalOf(result.error, at) };
    const { cluster, object } = result.data;
    const kind = kubernetesKindOf(object?.['apiVersion'], object?.['kind']);
    if (kind === undefined || cluster === undefined) return nameless;
    return admitKubernetes(kind, cluster, object, `${at}.object`);
  },
  print: ({ id, body }) => ({ cluster: /^k8s:([^/]*)/.exec(id)?.[1], object: body }),
};
