import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparisons } from '../../../src/tools/conformance/fidelity.ts';
import { later, subjects } from '../../../src/tools/conformance/subjects.ts';

const files = readdirSync('tests/conformance').filter((file) => file.endsWith('.json'));
const all = await comparisons();

describe('the page about fidelity', () => {
  test('tells of every table', () => {
    expect(all.map(({ topic }) => topic).sort()).toEqual(files.map((file) => basename(file, '.json')).sort());
  });

  test('names no table that is not there', () => {
    expect(Object.keys(subjects).sort()).toEqual(all.map(({ topic }) => topic).sort());
  });

  test('does not call a topic later that is compared now', () => {
    expect(Object.keys(later).filter((topic) => topic in subjects)).toEqual([]);
  });

  test.each(all)('accounts for every case of $topic', ({ rows, alike, different }) => {
    expect(alike + different.flatMap((one) => one.rows).length).toBe(rows);
  });

  test.each(all)('says where the cases of $topic come from', ({ sources }) => {
    expect(sources).not.toEqual([]);
    expect(new Set(sources.map(({ name }) => name)).size).toBe(sources.length);
  });
});
