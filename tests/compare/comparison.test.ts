import { describe, expect, test } from 'vitest';
import { comparison, facts } from '../../src/compare/content.ts';
import { comparisonTables, factsOf } from '../../src/compare/comparison.ts';
import type { ComparisonRow } from '../../src/compare/comparison-file.ts';

const names = (list: string, platform: string): readonly string[] =>
  comparison
    .filter(({ id }) => id === list)
    .flatMap(({ groups }) => groups.filter((group) => group.platform === platform).flatMap(({ lines }) => lines.map(({ name }) => name)));

const row: ComparisonRow = {
  id: 'a-row',
  platform: 'ecs',
  list: 'claims',
  name: 'Name',
  claim: 'Claim',
  verdict: 'holds',
  today: 'A target drains for {elb.deregistration-delay}.',
  add: 'Nothing.',
  sources: [{ title: 'Source', url: 'https://example.org/' }],
  checked: '2026-11-23',
};

describe('the comparison', () => {
  test('holds the four claims about each service', () => {
    expect(names('claims', 'ecs')).toEqual(['AWS Native', 'Simpler', 'Fargate', 'Cost']);
    expect(names('claims', 'eks')).toEqual(['Kubernetes', 'Portable', 'Ecosystem', 'Complexity']);
  });

  test('holds the four best practices of each service', () => {
    expect(names('practices', 'ecs')).toEqual(['Fargate', 'Service Discovery', 'Load Balancing', 'Logging']);
    expect(names('practices', 'eks')).toEqual(['Node Groups', 'Service Mesh', 'Monitoring', 'Security']);
  });

  test('calls the advice to use App Mesh outdated, and nothing else', () => {
    const outdated = comparison.flatMap(({ groups }) =>
      groups.flatMap(({ lines }) => lines.filter(({ verdict }) => verdict === 'outdated')),
    );
    expect(outdated.map(({ claim }) => claim)).toEqual(['Consider Istio or App Mesh']);
  });

  test('shows each claim by something that runs on this site', () => {
    const claims = comparison.filter(({ id }) => id === 'claims').flatMap(({ groups }) => groups.flatMap(({ lines }) => lines));
    expect(claims.filter(({ run }) => run === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('puts facts in the place of their ids', () => {
    const tables = comparisonTables([row], facts);
    const [line] = tables[0]?.groups[0]?.lines ?? [];
    expect(line?.today).toEqual([
      'A target drains for ',
      { id: 'elb.deregistration-delay', fact: expect.objectContaining({ value: 300, unit: 'seconds' }) },
      '.',
    ]);
    expect(factsOf(tables)).toEqual(['elb.deregistration-delay']);
  });

  test('refuses a fact that no file has, and names the row', () => {
    expect(() => comparisonTables([{ ...row, add: '{elb.no-such-thing}' }], facts)).toThrow(
      'Row "a-row" of content/facts/comparison.yaml uses the fact "elb.no-such-thing"',
    );
  });
});
