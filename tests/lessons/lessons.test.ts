import { access } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../src/compare/comparison.ts';
import { comparison, facts } from '../../src/compare/content.ts';
import { factsOnPage } from '../../src/components/facts/page-facts.ts';
import { bareNumbers, lessonSources, proseOf } from './lesson-sources.ts';

const lessons = await lessonSources();

describe.each(lessons)('the lesson $path', ({ text }) => {
  test('types no price, limit, default, percentage or duration into its sentences', () => {
    expect(bareNumbers(proseOf(text))).toEqual([]);
  });

  test('shows only facts that exist', () => {
    expect(factsOnPage(text).filter((id) => !facts.has(id))).toEqual([]);
  });

  test('lists the sources of the facts that it shows', () => {
    expect(text.includes('<Sources />')).toBe(factsOnPage(text).length > 0);
  });

  test('links only to pages that exist', async () => {
    const pages = [...text.matchAll(/\]\(\/([^)#]*)\/(?:#[^)]*)?\)/g)].map(([, page = '']) => page);
    const found = await Promise.allSettled(pages.map((page) => access(`content/docs/${page}.mdx`)));
    expect(pages.filter((_page, at) => found[at]?.status !== 'fulfilled')).toEqual([]);
  });
});

test('no fact is unused', () => {
  const used = new Set([...lessons.flatMap(({ text }) => factsOnPage(text)), ...factsOf(comparison)]);
  expect([...facts.keys()].filter((id) => !used.has(id))).toEqual([]);
});

test('each row of the comparison leads to a page that exists', async () => {
  const pages = comparison.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines.flatMap(({ run }) => run?.page.slice(0, -1) ?? [])));
  const found = await Promise.allSettled(pages.map((page) => access(`content/docs/${page}.mdx`)));
  expect(pages.filter((_page, at) => found[at]?.status !== 'fulfilled')).toEqual([]);
});

describe('the rule against bare numbers', () => {
  test.each([
    ['It takes 30 seconds.', ['30 seconds']],
    ['It costs $0.10 an hour.', ['$0.10 an']],
    ['At least 50% must stay.', ['50%']],
    ['It ended on 2026-09-30.', ['09', '30']],
    ['In 2026 an EC2 instance speaks IPv4.', []],
    ['It takes <Fact id="x.y-30" /> and `--timeout 30`.', []],
    ['1. The first question.', []],
  ])('reads %j', (sentence, numbers) => {
    expect(bareNumbers(proseOf(sentence))).toEqual(numbers);
  });
});
