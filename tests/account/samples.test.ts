import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { judgeAll } from '../../src/account/checks/checks.ts';
import { gather, isPlaceholder } from '../../src/account/gather.ts';
import type { SampleName } from '../../src/account/sample/samples.ts';
import { hugeDocument, readSampleAccount, sampleAccounts, sampleDocument } from '../../src/account/sample/samples.ts';
import { snapshotJsonSchema } from '../../src/account/snapshot-schema.ts';

const names = Object.keys(sampleAccounts).filter((name): name is SampleName => name in sampleAccounts);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(snapshotJsonSchema());

const verdictsOf = (name: SampleName): ReadonlyMap<string, string> => {
  const { objects, about } = readSampleAccount(name);
  return new Map(judgeAll({ estate: gather(objects), about, today: '2026-11-20' }).map(({ check, result }) => [check.id, result.verdict]));
};

describe.each(names)('the sample account %s', (name) => {
  it('is an account file as any other', () => {
    expect(validate(sampleDocument(name))).toBe(true);
    expect(readSampleAccount(name).notices.filter(({ kind }) => kind === 'problem' || kind === 'unmapped')).toEqual([]);
  });

  it('describes all that it names', () => {
    const placeholders = [...gather(readSampleAccount(name).objects).values()].filter(isPlaceholder);
    expect(placeholders.map(({ id }) => id)).toEqual([]);
  });

  it('has no two elements with one id', () => {
    const ids = readSampleAccount(name).objects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the sample accounts', () => {
  it('healthy fails no check, and lets no check suggest anything', () => {
    expect([...verdictsOf('healthy')].filter(([, verdict]) => verdict === 'fail' || verdict === 'suggest')).toEqual([]);
  });

  it('messy has failures and suggestions, and does not know what was denied', () => {
    const verdicts = [...verdictsOf('messy').values()];
    for (const verdict of ['fail', 'suggest', 'unknown']) expect(verdicts).toContain(verdict);
  });

  it('empty was read whole: nothing is there to be judged', () => {
    const { objects, about } = readSampleAccount('empty');
    expect(objects).toEqual([]);
    expect(about.complete).toContain('ecs-service');
    expect([...verdictsOf('empty').values()].filter((verdict) => verdict === 'fail' || verdict === 'suggest')).toEqual([]);
  });

  it('huge has 200 services and 1,000 tasks, and says what is capped', () => {
    const { objects, about } = readSampleAccount('huge');
    expect(objects.filter(({ kind }) => kind === 'ecs-service')).toHaveLength(200);
    expect(objects.filter(({ kind }) => kind === 'ecs-task')).toHaveLength(1000);
    expect(about.limits.map(({ what }) => what)).toEqual(['services', 'tasks']);
    expect(about.complete).not.toContain('ecs-service');
    expect(about.complete).toContain('ecs-cluster');
  });

  it('huge can be made larger', () => {
    expect(hugeDocument(50, 333)['limits']).toContainEqual({ what: 'tasks', shown: 333, found: 666 });
  });
});
