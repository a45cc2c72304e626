// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { comparison } from '../../src/compare/content.ts';
import { verdicts } from '../../src/compare/comparison.ts';
import '../../src/embed/compare.ts';

const lines = comparison.flatMap(({ groups }) => groups.flatMap((group) => group.lines));

/** Puts the element on the page and gives what it draws. */
function show(attributes: Readonly<Record<string, string>> = {}): ShadowRoot {
  const compare = document.createElement('ecs-eks-compare');
  for (const [name, value] of Object.entries(attributes)) compare.setAttribute(name, value);
  document.body.append(compare);
  if (compare.shadowRoot === null) throw new Error('The element has no shadow root.');
  return compare.shadowRoot;
}

afterEach(() => document.body.replaceChildren());

test('draws every claim and every best practice, each with its verdict in words', () => {
  const drawn = [...show().querySelectorAll('[data-row]')];
  expect(drawn.map((row) => row.getAttribute('data-row'))).toEqual(lines.map(({ id }) => id));
  for (const [at, line] of lines.entries()) expect(drawn[at]?.textContent).toContain(verdicts[line.verdict].word);
});

test('is a table to assistive technology: a caption, heads of columns, and a head in each row', () => {
  const root = show();
  expect([...root.querySelectorAll('caption')].map(({ textContent }) => textContent)).toEqual(comparison.map(({ caption }) => caption));
  for (const table of root.querySelectorAll('table')) expect(table.querySelectorAll('thead th[scope=col]')).toHaveLength(3);
  for (const row of root.querySelectorAll('[data-row]')) expect(row.querySelectorAll('th[scope=row]')).toHaveLength(1);
});

test('leaves no placeholder of a fact unfilled', () => {
  expect(show().textContent).not.toMatch(/[{}]/);
});

test('says what to write when it has no such view', () => {
  expect(show({ view: 'graph' }).querySelector('[role=alert]')?.textContent).toBe(
    'This comparison has no view "graph": write view="table".',
  );
});

test('draws anew when the view changes', () => {
  const root = show({ view: 'graph' });
  root.host.setAttribute('view', 'table');
  expect(root.querySelectorAll('[data-row]')).toHaveLength(lines.length);
});

test('draws once more, not twice, when it is moved on the page', () => {
  const root = show();
  document.body.prepend(root.host);
  expect(root.querySelectorAll('[data-row]')).toHaveLength(lines.length);
});
