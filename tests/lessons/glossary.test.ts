import { describe, expect, test } from 'vitest';
import { glossary, termsOnPage } from '../../src/components/glossary/terms.ts';
import { bareNumbers, lessonSources } from './lesson-sources.ts';

describe.each(await lessonSources())('the lesson $path', ({ text }) => {
  const terms = termsOnPage(text);

  test('marks only terms that the glossary has', () => {
    expect(terms.filter((id) => !glossary.has(id))).toEqual([]);
  });

  test('marks each term once, where it is first used', () => {
    expect(terms.filter((id, at) => terms.indexOf(id) !== at)).toEqual([]);
  });
});

test('each definition is one sentence, without a number that would need a source of its own', () => {
  const texts = [...glossary.values()].map(({ text }) => text);
  expect(texts.filter((text) => /\.\s/.test(text))).toEqual([]);
  expect(texts.filter((text) => bareNumbers(text.replaceAll('web:7', '')).length > 0)).toEqual([]);
});

test('no entry refers to itself', () => {
  expect([...glossary.values()].filter(({ id, see }) => see.includes(id))).toEqual([]);
});
