import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildCopy, withSiteCopy } from './site-copy.ts';

/** Builds the site with one lesson more. */
const buildWith = (name: string, lesson: string) =>
  withSiteCopy(name, (root) => {
    writeFileSync(join(root, 'content/docs/ecs/broken.mdx'), lesson);
    return buildCopy(root);
  });

test('an unknown diagram id stops the build with the name of the page', () => {
  const { status, said } = buildWith('unknown-diagram', '---\ntitle: Broken\n---\n\n<Diagram id="no-such-diagram" />\n');
  expect(status).not.toBe(0);
  expect(said).toMatch(/\/ecs\/broken\/.*no-such-diagram/);
});

test('bad front matter stops the build with the name of the file', () => {
  const { status, said } = buildWith('front-matter', '---\ntitel: Broken\n---\n\nA lesson without a title.\n');
  expect(status).not.toBe(0);
  expect(said).toContain('broken.mdx');
  expect(said).toContain('title');
});
