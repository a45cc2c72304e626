import { describe, expect, it } from 'vitest';
import { openTexts } from '../../src/account/open-texts.ts';
import type { Reading } from '../../src/account/reading.ts';
import { readSampleAccount, sampleDocument } from '../../src/account/sample/samples.ts';
import { weighed } from '../../src/islands/open-files.ts';

const fileOf = (bytes: number): File => new File([new Uint8Array(bytes)], 'a.json');
const open = (value: unknown): Promise<Reading> =>
  openTexts([{ name: 'account.json', text: typeof value === 'string' ? value : JSON.stringify(value) }]);

describe('requirement 21: the weight of files', () => {
  it('is 25 MB in all at most', () => {
    expect(weighed([fileOf(12_500_000), fileOf(12_500_000)]).refused).toBeUndefined();
    expect(weighed([fileOf(12_500_000), fileOf(12_500_001)]).refused?.notices).toMatchObject([
      { kind: 'problem', text: expect.stringContaining('at most 25 MB') },
    ]);
  });

  it('decides at 1 MB whether a worker reads them', () => {
    expect(weighed([fileOf(1_000_000)]).heavy).toBe(false);
    expect(weighed([fileOf(1_000_001)]).heavy).toBe(true);
  });
});

describe('requirement 21: a tampered account file gives one named error and no partial picture', () => {
  const healthy = sampleDocument('healthy');

  it('while the file itself is read whole', async () => {
    expect((await open(healthy)).objects).toHaveLength(readSampleAccount('healthy').objects.length);
  });

  it.each([
    ['version', { ...healthy, version: 2 }, /version 2; this page reads version 1/],
    ['name', { ...healthy, schema: 'drydock.account' }, /says that it is drydock\.account/],
    ['sections', { ...healthy, ecs: undefined }, /ecs is not an object/],
    ['a list', { ...healthy, eks: { clusters: 'none' } }, /eks\.clusters is not a list/],
    ['an element', { ...healthy, ecs: { services: [null, 4] } }, /ecs\.services\[\d\] is not an object/],
    [
      'a field deep inside',
      { ...healthy, ecs: { tasks: [{ containers: [{ exitCode: 'one' }] }] } },
      /tasks\[0\]\.containers\[0\]\.exitCode is not a number/,
    ],
    [
      'a Kubernetes object',
      { ...healthy, eks: { objects: [{ cluster: 'a', object: { apiVersion: 'v1', kind: 'Pod', spec: [] } }] } },
      /object\.spec is not an object/,
    ],
    ['the limits', { ...healthy, limits: [{ what: 'services' }] }, /limits\[0\]\.shown is not a number/],
    ['the denied actions', { ...healthy, denied: [3] }, /denied\[0\] is not text/],
  ])('in its %s', async (_, document, sentence) => {
    const { objects, notices, about } = await open(document);
    expect(objects).toEqual([]);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.kind).toBe('problem');
    expect(notices[0]?.text).toMatch(sentence);
    expect(about.complete.size).toBe(0);
  });

  it.each([
    ['cut off in the middle', JSON.stringify(healthy).slice(0, 5000), /is not JSON/],
    ['nested a hundred thousand deep', `{"tasks":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /refused|not JSON/],
    ['with the name of a prototype as a field', '{"tasks":[{"__proto__":{"admin":true},"constructor":1,"taskArn":"x"}]}', /is not drawn/],
  ])('%s', async (_, text, sentence) => {
    const { objects, notices } = await open(text);
    expect(objects).toEqual([]);
    expect(notices[0]?.text).toMatch(sentence);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
