import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shownElsewhere } from './table.ts';

/** The design of the account view has so many requirements. */
const REQUIREMENTS = 25;

test.each(shownElsewhere)('requirement $requirement is shown by "$title"', ({ file, title }) => {
  expect(readFileSync(file, 'utf8')).toContain(`'${title}'`);
});

test('each requirement has a test of its number, or a row that names one', () => {
  const files = readdirSync(new URL('.', import.meta.url)).flatMap((name) => (/^\d\d-/.test(name) ? [Number(name.slice(0, 2))] : []));
  const shown = new Set([...files, ...shownElsewhere.map(({ requirement }) => requirement)]);
  expect(Array.from({ length: REQUIREMENTS }, (_, index) => index + 1).filter((number) => !shown.has(number))).toEqual([]);
});
