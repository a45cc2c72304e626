import { expect, test } from 'vitest';
import { glossaryFile, glossaryOf, termIn } from '../../src/model/glossary.ts';
import type { GlossaryEntry } from '../../src/model/glossary.ts';

const entry = (id: string, over: Partial<GlossaryEntry> = {}): GlossaryEntry => ({
  id,
  term: id,
  world: 'ecs',
  text: 'A thing.',
  source: 'https://example.org/',
  see: [],
  ...over,
});

test('terms of all files stand in the order of the alphabet', () => {
  expect([...glossaryOf([[entry('task'), entry('cluster')], [entry('pod')]]).keys()]).toEqual(['cluster', 'pod', 'task']);
});

test('an id that is taken twice is refused', () => {
  expect(() => glossaryOf([[entry('task')], [entry('task')]])).toThrow('Two entries of content/glossary/ have the id "task"');
});

test('a related term that nobody explains is refused with both ids', () => {
  expect(() => glossaryOf([[entry('task', { see: ['no-such-term'] })]])).toThrow(
    'The entry "task" of content/glossary/ uses the term "no-such-term"',
  );
});

test('an unknown term is refused with the place that uses it', () => {
  expect(() => termIn(glossaryOf([[entry('task')]]), 'tusk', 'The page /ecs/')).toThrow('The page /ecs/ uses the term "tusk"');
});

test.each(['A thing', '.', 'Two\nlines.'])('the definition %j is not a sentence', (text) => {
  expect(glossaryFile.safeParse([entry('task', { text })]).success).toBe(false);
  expect(glossaryFile.safeParse([entry('task')]).success).toBe(true);
});
