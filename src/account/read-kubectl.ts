import type { ApiObject } from '../model/api-object.ts';
import type { Kind } from '../model/kind.ts';
import { unsaid } from './about.ts';
import { text as plainText } from './allow/fields.ts';
import { kubernetesKindOf, kubernetesKinds } from './kubernetes-kinds.ts';
import { admitKubernetes } from './kubernetes-shape.ts';
import type { Notice } from './notice.ts';
import type { Document, Reading } from './reading.ts';
import { isDocument, noted } from './reading.ts';

/** What a cluster is called when no other file names it: the output of kubectl does not. */
export const unnamedCluster = 'my cluster';

/** Whether a parsed value is an object of Kubernetes or a list of such. */
export const isKubernetes = (document: unknown): document is Document =>
  isDocument(document) && typeof document['apiVersion'] === 'string' && typeof document['kind'] === 'string';

/** Kinds that are not even looked into. */
const unread = new Set(['Secret', 'ConfigMap']);

interface Item {
  readonly at: string;
  readonly object: unknown;
}

/** Reads what `kubectl get -o json` or `-o yaml` printed: single objects, lists, several documents. */
export function readKubectl(file: string, documents: readonly Document[], cluster: string): Reading {
  const items = documents.flatMap((document, index) => itemsOf(document, documents.length === 1 ? '' : `document ${index + 1}`));
  const objects: ApiObject[] = [];
  const left: Left[] = [];
  for (const { at, object } of items) {
    const where = at === '' ? 'the object' : at;
    if (!isDocument(object)) return noted('problem', file, `${file} was refused: ${where} is not an object.`);
    const name = typeof object['kind'] === 'string' ? plainText.parse(object['kind']) : undefined;
    const kind = kubernetesKindOf(object['apiVersion'], object['kind']);
    if (name === undefined || kind === undefined) {
      left.push({ kind: name ?? 'object without a kind', name: name !== undefined && unread.has(name) ? '' : nameIn(object) });
      continue;
    }
    const admission = admitKubernetes(kind, cluster, withoutAnnotations(object), where);
    if ('refused' in admission) return noted('problem', file, `${file} was refused: ${admission.refused}.`);
    if ('object' in admission) objects.push(admission.object);
    else left.push({ kind: `${name} without a name`, name: at });
  }
  return { objects, notices: noticesOf(file, left), about: { ...unsaid, complete: wholeKinds(documents, objects) } };
}

/** The elements of a list, or the object itself. The elements of a `PodList` do not say that they are Pods. */
function itemsOf(document: Document, at: string): readonly Item[] {
  const { apiVersion, kind, items } = document;
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) return [{ at, object: document }];
  const said = kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -'List'.length) };
  return Array.from(items, (item: unknown, index) => ({
    at: `${at === '' ? '' : `${at}, `}items[${index}]`,
    object: isDocument(item) ? { ...said, ...item } : item,
  }));
}

/** Annotations often repeat the whole object. */
const withoutAnnotations = (object: Document): Document =>
  isDocument(object['metadata']) ? { ...object, metadata: { ...object['metadata'], annotations: undefined } } : object;

interface Left {
  readonly kind: string;
  readonly name: string;
}

function nameIn({ metadata }: Document): string {
  const { namespace, name } = isDocument(metadata) ? metadata : {};
  const parts = [namespace, name].filter((part) => typeof part === 'string');
  return parts.length === 0 ? 'one without a name' : plainText.parse(parts.join('/'));
}

/** More names of one kind than this are counted. */
const NAMED = 50;

function noticesOf(file: string, left: readonly Left[]): readonly Notice[] {
  return [...Map.groupBy(left, ({ kind }) => kind)].map(([kind, those]): Notice => {
    const counted = `${those.length} of kind ${kind} in ${file}`;
    if (unread.has(kind)) return { kind: 'ignored', file, text: `${counted} left unread: nobody else should see what is in them.` };
    const names = those.slice(0, NAMED).map(({ name }) => name);
    const more = those.length > NAMED ? ` and ${those.length - NAMED} more` : '';
    return { kind: 'unmapped', file, text: `${counted} not drawn, as no diagram has a place for them: ${names.join(', ')}${more}.` };
  });
}

/**
 * The kinds that a file shows whole. Only `--all-namespaces` prints objects of several namespaces in one list, and it allows no
 * names; kinds that stand in no namespace are listed whole too. A list of one namespace, or of one document after another, tells
 * nothing of what is not in it. (A label selector would not show; nothing in the output tells of it.)
 */
function wholeKinds(documents: readonly Document[], objects: readonly ApiObject[]): ReadonlySet<Kind> {
  const [document] = documents;
  if (documents.length !== 1 || !Array.isArray(document?.['items'])) return new Set();
  const kinds = new Set(objects.map(({ kind }) => kind));
  const namespaces = new Set(objects.map(({ id }) => id.split('/')[2]).filter((namespace) => namespace !== ''));
  const clusterWide = Object.values(kubernetesKinds).flatMap((one) => (one.clusterWide ? [one.kind] : []));
  return namespaces.size > 1 ? kinds : new Set(clusterWide.filter((kind) => namespaces.size === 0 && kinds.has(kind)));
}
