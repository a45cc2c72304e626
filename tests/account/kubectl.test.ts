import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSeq, parseAllDocuments } from 'yaml';
import type { NamedText } from '../../src/account/read-files.ts';
import { openTexts } from '../../src/account/open-texts.ts';
import type { Reading } from '../../src/account/reading.ts';
import { recorded } from './fixtures.ts';

const files = globSync('tests/fixtures/kubectl/*/*.{json,yaml}').sort();
const openFile = (path: string): Promise<Reading> => openTexts([{ name: basename(path), text: readFileSync(path, 'utf8') }]);
const written = (value: unknown, name = 'mine.json'): NamedText => ({
  name,
  text: typeof value === 'string' ? value : JSON.stringify(value),
});
/** The objects of a file, counted without the code under test. */
const objectsIn = (content: string): readonly unknown[] =>
  parseAllDocuments(content).flatMap((document): readonly unknown[] => {
    const items: unknown = document.get('items');
    return isSeq(items) ? items.items : document.toJS() === null ? [] : [document];
  });
const said = ({ notices }: Reading): readonly string[] => notices.map(({ kind, text }) => `${kind}: ${text}`);
const ids = ({ objects }: Reading): readonly string[] => objects.map(({ id }) => id);

const pod = (namespace: string, name: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace,
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': 'all of it', 'deployment.kubernetes.io/revision': '4' },
  },
  spec: { containers: [{ name: 'web', env: [{ name: 'TOKEN', value: 'hunter2' }], command: ['hunter2'], args: ['hunter2'] }] },
});
const listOf = (...items: readonly object[]) => ({ apiVersion: 'v1', kind: 'List', items });

describe('recorded files of kubectl', () => {
  it('are many', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(files)('%s opens, and each object in it is shown or listed with the reason', async (path) => {
    const reading = await openFile(path);
    expect(reading.notices.map(({ kind }) => kind).filter((kind) => kind !== 'unmapped')).toEqual([]);
    const listed = said(reading).flatMap((text) => /: (\d+) of kind/.exec(text)?.[1] ?? []);
    const { length } = objectsIn(readFileSync(path, 'utf8'));
    expect(reading.objects.length + listed.reduce((sum, count) => sum + Number(count), 0)).toBe(length);
  });

  it('the elements of a typed list are known by the kind of the list', async () => {
    expect(ids(await openFile('tests/fixtures/kubectl/jobs/completed-and-failed.json')).every((id) => id.includes('/Job/'))).toBe(true);
  });
});

describe('the output of kubectl', () => {
  it('is read without environment, command, args and any annotation', async () => {
    const { objects } = await openTexts([written(pod('shop', 'web-1'))]);
    expect(objects[0]?.body['metadata']).toEqual({ name: 'web-1', namespace: 'shop' });
    expect(JSON.stringify(objects)).not.toMatch(/hunter2|TOKEN|all of it|revision/);
  });

  it('leaves Secrets and ConfigMaps unread, with a word', async () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'hunter2' }, data: { password: 'hunter2' } };
    const reading = await openTexts([written(listOf(secret, pod('shop', 'web-1'), { ...secret, kind: 'ConfigMap' }))]);
    expect(ids(reading)).toEqual(['k8s:my cluster/Pod/shop/web-1']);
    expect(said(reading)).toEqual([
      'ignored: 1 of kind Secret in mine.json left unread: nobody else should see what is in them.',
      'ignored: 1 of kind ConfigMap in mine.json left unread: nobody else should see what is in them.',
    ]);
    expect(JSON.stringify(reading)).not.toContain('hunter2');
  });

  it('is of the one EKS cluster that the other files name', async () => {
    const cluster = recorded('eks/describe-cluster.json');
    expect(ids(await openTexts([written(pod('shop', 'web-1')), cluster]))).toContain('k8s:my-eks-cluster/Pod/shop/web-1');
    const other = { cluster: { name: 'other', arn: 'arn:aws:eks:us-east-2:111122223333:cluster/other' } };
    const two = await openTexts([written(pod('shop', 'web-1')), cluster, written(other, 'other.json')]);
    expect(ids(two)).toContain('k8s:my cluster/Pod/shop/web-1');
  });

  it('in YAML gives what it gives in JSON, one document or several', async () => {
    const yaml =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop, creationTimestamp: null}\n---\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';
    expect(ids(await openTexts([written(yaml, 'all.yaml')]))).toEqual(['k8s:my cluster/Pod/shop/a', 'k8s:my cluster/Namespace//shop']);
  });

  it('of another project with the same name of a kind is not taken for Kubernetes’ own', async () => {
    const reading = await openTexts([written({ apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'web' } })]);
    expect(said(reading)).toEqual(['unmapped: 1 of kind Service in mine.json not drawn, as no diagram has a place for them: web.']);
  });

  it.each([
    ['a field of a wrong sort', { ...pod('a', 'b'), spec: { containers: 3 } }, 'the object.spec.containers is not a list'],
    ['an element that is none', listOf(pod('a', 'b'), ['x']), 'items[1] is not an object'],
    ['nothing as an element', { ...listOf(), items: [null, pod('a', 'b')] }, 'items[0] is not an object'],
  ])('with %s is refused whole', async (_, document, why) => {
    const reading = await openTexts([written(document)]);
    expect(reading.objects).toEqual([]);
    expect(said(reading)).toEqual([`problem: mine.json was refused: ${why}.`]);
  });

  it.each([
    ['broken', 'apiVersion: v1\nkind: [\n', 'mine.yaml is broken YAML in line 3; run the command again.'],
    [
      'a table',
      'NAME   READY\nweb-1  1/1\n',
      'mine.yaml is neither JSON nor YAML; run the command again with --output json, or kubectl with -o json or -o yaml.',
    ],
    [
      'made to grow',
      `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c]\n`,
      'mine.yaml is YAML whose aliases or depth go too far; run the command again with -o json.',
    ],
  ])('that is %s gives one sentence', async (_, content, sentence) => {
    expect(said(await openTexts([written(content, 'mine.yaml')]))).toEqual([`problem: ${sentence}`]);
  });
});

describe('what a file of kubectl does not hold', () => {
  const wholeIn = async (document: object): Promise<readonly string[]> => [...(await openTexts([written(document)])).about.complete];

  it('is unknown when the list is of one namespace, or there is no list', async () => {
    expect(await wholeIn(listOf(pod('shop', 'a'), pod('shop', 'b')))).toEqual([]);
    expect(await wholeIn(pod('shop', 'a'))).toEqual([]);
  });

  it('is not there when the list is of all namespaces', async () => {
    expect(await wholeIn(listOf(pod('shop', 'a'), pod('office', 'b')))).toEqual(['k8s-pod']);
  });

  it('is not there when the kind stands in no namespace', async () => {
    expect(await wholeIn(listOf({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } }))).toEqual(['k8s-node']);
  });
});
