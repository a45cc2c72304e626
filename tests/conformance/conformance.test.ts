import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contains, differences, readTable } from '../../src/tools/conformance/table.ts';
import { topics } from '../../src/tools/conformance/topics.ts';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));

describe('the simulation answers as the real thing did', () => {
  test.each(files)('in every row of %s', async (file) => {
    const answer = topics[basename(file, '.json')];
    if (answer === undefined) throw new Error(`${file} has no answer in src/tools/conformance/topics.ts.`);
    const table = await readTable(join(import.meta.dirname, file));
    expect(table.cases.length).toBeGreaterThan(0);
    expect(differences(table, answer)).toEqual([]);
  });
});

describe('a row', () => {
  test('passes when the answer says all that is expected and more', () => {
    expect(contains({ allowed: true, verdicts: [{ rule: 1 }], extra: 1 }, { allowed: true, verdicts: [{ rule: 1 }] })).toBe(true);
  });

  test.each([
    [{ allowed: false }, { allowed: true }],
    [{ verdicts: [] }, { verdicts: [{}] }],
    [{ error: 'a' }, { error: 'b' }],
    [undefined, { allowed: false }],
  ])('fails when %j stands where %j is expected', (answer, expected) => {
    expect(contains(answer, expected)).toBe(false);
  });
});
