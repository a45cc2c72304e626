import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/account/read-files.ts';
import type { Reading } from '../../src/account/reading.ts';
import { readSample } from '../../src/account/sample/sample-account.ts';
import { saveFile } from '../../src/account/save-file.ts';
import { printSnapshot } from '../../src/account/snapshot.ts';
import { snapshotName } from '../../src/account/snapshot-frame.ts';
import type { ApiObject } from '../../src/model/api-object.ts';

const read = (document: object): Reading => readFiles([{ name: 'account.json', text: JSON.stringify(document) }]);
const empty = printSnapshot([]);
const said = ({ notices }: Reading): readonly string[] => notices.map(({ text }) => text);

const pod: ApiObject = {
  id: 'k8s:demo/Pod/default/web-1',
  kind: 'k8s-pod',
  body: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web-1', namespace: 'default', annotations: { 'kubectl.kubernetes.io/last-applied-configuration': 'all of it' } },
    spec: { containers: [{ name: 'web', image: 'web:1', env: [{ name: 'TOKEN', value: 'hunter2' }], command: ['sh'], args: ['-c'] }] },
    status: { phase: 'Running' },
  },
};

describe('an account file', () => {
  it('gives back the objects that were saved', () => {
    const { objects } = readSample();
    expect(objects.length).toBeGreaterThan(20);
    expect(new Map(read(printSnapshot(objects)).objects.map((object) => [object.id, object]))).toEqual(
      new Map(objects.map((object) => [object.id, object])),
    );
  });

  it('is saved as a JSON file that opens again', async () => {
    const file = saveFile(readSample().objects);
    expect(file.type).toBe('application/json');
    expect(readFiles([{ name: 'saved.json', text: await file.text() }]).objects).toHaveLength(readSample().objects.length);
  });

  it('names itself, its version and its Regions', () => {
    expect(printSnapshot(readSample().objects)).toMatchObject({
      schema: 'drydock.account-snapshot',
      version: 1,
      regions: ['eu-west-1', 'us-east-1'],
    });
  });

  it('keeps a pod without its environment, command, args and annotations', () => {
    const [back] = read(printSnapshot([pod])).objects;
    expect(back?.id).toBe(pod.id);
    expect(back?.body['spec']).toEqual({ containers: [{ name: 'web', image: 'web:1' }] });
    expect(JSON.stringify(printSnapshot([pod]))).not.toMatch(/hunter2|TOKEN|last-applied/);
  });

  it('passes through the allow-list when it is read, too', () => {
    const written = { ...empty, eks: { objects: [{ cluster: 'demo', object: pod.body }] } };
    expect(JSON.stringify(read(written).objects)).not.toContain('hunter2');
  });

  it('leaves a Secret out and says so', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db', namespace: 'default' } };
    const reading = read({ ...empty, eks: { objects: [{ cluster: 'demo', object: secret }] } });
    expect(reading.objects).toEqual([]);
    expect(said(reading)).toEqual(['eks.objects[0] of account.json is not drawn: it has no cluster or no name, or its kind is not drawn.']);
  });

  it('leaves out what no provider prints, such as a scheduler', () => {
    expect(printSnapshot([{ id: 'arn#kube-scheduler', kind: 'k8s-scheduler', body: {} }])).toEqual(empty);
  });

  it('tells what the one who made it could not read', () => {
    const reading = read({
      ...empty,
      limits: [{ what: 'services', shown: 500, found: 1240 }],
      denied: ['ecs:DescribeTasks'],
      errors: ['It broke.'],
    });
    expect(said(reading)).toEqual([
      'account.json holds 500 of 1240 services.',
      'account.json lacks what ecs:DescribeTasks shows: the permission was denied.',
      'While account.json was made: It broke.',
    ]);
  });

  it('says so when there is nothing in it', () => {
    expect(said(read(empty))).toEqual(['account.json is an account file with nothing in it.']);
  });

  it.each([
    [
      'another version',
      { schema: snapshotName, version: 2 },
      'account.json is an account file of version 2; this page reads version 1. Make the file again.',
    ],
    [
      'no version',
      { schema: snapshotName },
      'account.json is an account file of version undefined; this page reads version 1. Make the file again.',
    ],
    ['a section of a wrong shape', { ...empty, ecs: [] }, 'account.json was refused: the file.ecs is not an object.'],
    ['a list of a wrong shape', { ...empty, ecs: { tasks: {} } }, 'account.json was refused: ecs.tasks is not a list.'],
    [
      'an element of a wrong shape',
      { ...empty, ecs: { ...empty.ecs, tasks: [4] } },
      'account.json was refused: ecs.tasks[0] is not an object.',
    ],
  ])('with %s gives a named error and no partial picture', (_, document, sentence) => {
    expect(read(document)).toMatchObject({ objects: [], notices: [{ kind: 'problem', file: 'account.json', text: sentence }] });
  });
});
