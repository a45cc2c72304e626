import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shownElsewhere } from './table.ts';

test.each(shownElsewhere)('requirement $requirement is shown by "$title"', ({ file, title }) => {
  expect(readFileSync(file, 'utf8')).toContain(`'${title}'`);
});
