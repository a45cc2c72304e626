import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { builtPages, pageText } from './built-pages.ts';

/** The groups of the sidebar, as `ECS practices`, with the paths of their own pages in order. */
function sidebar(): ReadonlyMap<string, readonly string[]> {
  const { document } = new JSDOM(pageText('/ecs/architecture/')).window;
  const groups = [...document.querySelectorAll('nav.sidebar details')];
  return new Map(
    groups.map((group) => {
      const links = [...group.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
      return [group.querySelector('summary')?.textContent.trim() ?? '', links];
    }),
  );
}

describe.each(['ECS', 'EKS'])('the sidebar under %s', (subject) => {
  const folder = `/${subject.toLowerCase()}/`;
  const pages = sidebar().get(subject) ?? [];
  const isPractice = (path: string): boolean => path.startsWith(`${folder}practices/`);

  test('lists every page of the subject, the lessons before the practices', () => {
    expect(pages.toSorted()).toEqual(builtPages.filter((path) => path.startsWith(folder)));
    expect(pages.map(isPractice)).toEqual(pages.map(isPractice).toSorted());
    expect(pages[0]).toBe(`${folder}architecture/`);
  });

  test('names the group of the practices after the subject', () => {
    expect(sidebar().get(`${subject} practices`)).toEqual(pages.filter(isPractice));
  });
});

test('no two groups of the sidebar have one name', () => {
  const { document } = new JSDOM(pageText('/ecs/architecture/')).window;
  const names = [...document.querySelectorAll('nav.sidebar summary')].map(({ textContent }) => textContent.trim());
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
});
