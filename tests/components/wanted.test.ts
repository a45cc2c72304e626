import { describe, expect, test } from 'vitest';
import { matches, queryOf } from '../../src/components/filter/wanted.ts';

const row = { text: 'One cluster in standard support $0.10 per cluster-hour', values: { topic: 'eks', world: 'ecs eks' } };

describe('a row', () => {
  test.each([
    ['nothing', {}, true],
    ['empty fields', { q: '', topic: '' }, true],
    ['words in any order and any case', { q: ' SUPPORT  cluster' }, true],
    ['one word that it lacks', { q: 'cluster fargate' }, false],
    ['its own value', { topic: 'eks' }, true],
    ['another value', { topic: 'ecs' }, false],
    ['one of its several values', { world: 'ecs' }, true],
    ['a list that it is not in', { confidence: 'verified' }, false],
    ['words that it has and a value that it lacks', { q: 'cluster', topic: 'ecs' }, false],
  ])('is asked for %s', (_what, wanted, shown) => {
    expect(matches(wanted, row)).toBe(shown);
  });
});

test('an address holds what is asked, and nothing when nothing is', () => {
  expect(queryOf({ q: 'a b', topic: 'eks', confidence: '' })).toBe('?q=a+b&topic=eks');
  expect(queryOf({ q: '', topic: '' })).toBe('');
});
