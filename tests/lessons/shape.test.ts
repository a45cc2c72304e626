import { describe, expect, test } from 'vitest';
import { lessonSources } from './lesson-sources.ts';
import { sectionsOf } from './sections.ts';

const lessons = (await lessonSources()).filter(({ path }) => /^(?:ecs|eks)\//.test(path));

describe.each(lessons)('the lesson $path', ({ text }) => {
  const [lead, ...sections] = sectionsOf(text);
  const titles = sections.map(({ title }) => title);
  const at = (title: string): number => titles.indexOf(title);
  const bodyOf = (title: string): string => sections[at(title)]?.text ?? '';

  test('says why before anything else, and next what the reader will be able to do', () => {
    expect(lead?.text.replace(/^---.*?^---/ms, '').trim()).not.toBe('');
    expect(at('What you will be able to do')).toBe(0);
    expect(bodyOf('What you will be able to do')).toMatch(/^- /m);
  });

  test('shows its diagram before it explains', () => {
    expect(bodyOf('What you will be able to do')).toMatch(/<Diagram id="/);
  });

  test('explains, lets the reader predict, then break it, then weigh it, and ends with commands and sources', () => {
    expect(at('Predict, then run')).toBeGreaterThan(1);
    expect(at('Break it')).toBe(at('Predict, then run') + 1);
    expect(at('Commands')).toBeGreaterThan(at('Break it') + 1);
    expect(at('Sources')).toBe(at('Commands') + 1);
    expect(titles).toHaveLength(at('Sources') + 1);
  });

  test('asks at least one question that its diagram answers', () => {
    expect(bodyOf('Predict, then run')).toMatch(/<Predict id="/);
  });

  test('names what to break, as a list of controls', () => {
    expect(bodyOf('Break it')).toMatch(/^- .*\*\*[^*]+\*\*/m);
  });

  test('says when not to', () => {
    const weighed = sections.slice(at('Break it') + 1, at('Commands'));
    expect(weighed.map((section) => `${section.title}\n${section.text}`).join('\n')).toMatch(/^(?:### )?When not/m);
  });

  test('gives commands to type, and its sources', () => {
    expect(bodyOf('Commands')).toMatch(/^```(?:sh|bash)\n/m);
    expect(bodyOf('Sources').trim()).toBe('<Sources />');
  });
});

test('a heading inside a block of code begins no section', () => {
  const found = sectionsOf('Lead.\n\n## One\n\n```sh\n## no heading\n```\n\n### Within\n\n## Two\n');
  expect(found.map(({ title }) => title)).toEqual(['', 'One', 'Two']);
});
