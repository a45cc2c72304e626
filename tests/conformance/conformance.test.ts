import { readdirSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/integrations/yaml-modules.ts';
import { judge, readKnownDifferences } from '../../src/tools/conformance/known-differences.ts';
import type { Table } from '../../src/tools/conformance/table.ts';
import { contains, readTable, rowName } from '../../src/tools/conformance/table.ts';
import { topics } from '../../src/tools/conformance/topics.ts';
import { diagramDefinition } from '../../src/topology/diagram-definition.ts';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
const known = await readKnownDifferences(join(import.meta.dirname, 'known-differences.yaml'));

describe('the simulation answers as the real thing did', () => {
  test.each(files)('in every row of %s but those that are known to differ', async (file) => {
    const topic = basename(file, '.json');
    const answer = topics[topic];
    if (answer === undefined) throw new Error(`${file} has no answer in src/tools/conformance/topics.ts.`);
    const table = await readTable(join(import.meta.dirname, file));
    const { passed, differing, listedInVain } = judge(table, answer, known[topic]);
    console.info(`${topic} ${passed}/${table.cases.length}`);
    expect(table.cases.length).toBeGreaterThan(0);
    expect(differing.filter(({ reason }) => reason === undefined)).toEqual([]);
    expect(listedInVain).toEqual([]);
  });
});

describe('the list of known differences', () => {
  test.each(Object.keys(known))('names only rows that %s has', async (topic) => {
    const { cases } = await readTable(join(import.meta.dirname, `${topic}.json`));
    const listed = known[topic]?.map(({ row }) => row);
    expect(cases.map(rowName)).toEqual(expect.arrayContaining(listed ?? []));
  });

  test('gives for each row a line that a diagram tells its reader', async () => {
    const told: string[] = [];
    for await (const file of glob('diagrams/*/diagram.yaml')) {
      const { fidelity } = diagramDefinition.parse(await readYaml(file));
      told.push(...fidelity.simplified, ...fidelity.leftOut);
    }
    const lines = new Set(Object.values(known).flatMap((rows) => rows.map(({ leftOut }) => leftOut)));
    expect(told).toEqual(expect.arrayContaining([...lines]));
  });

  const table: Table = { topic: 'sums', about: '', cases: [{ name: 'one', given: {}, expect: { sum: 2 } }] };
  const listed = [{ row: 'one', reason: 'Left out.', leftOut: 'Sums.' }];

  test('explains a row that differs', () => {
    expect(judge(table, () => ({ sum: 3 }), listed)).toMatchObject({ passed: 0, differing: [{ row: 'one', reason: 'Left out.' }] });
  });

  test('does not excuse a row that it does not name', () => {
    expect(judge(table, () => ({ sum: 3 }), []).differing).toEqual([{ row: 'one', expected: { sum: 2 }, answered: { sum: 3 } }]);
  });

  test('is wrong when a row of it passes', () => {
    expect(judge(table, () => ({ sum: 2 }), listed)).toEqual({ passed: 1, differing: [], listedInVain: ['one'] });
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
