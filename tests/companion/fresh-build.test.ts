import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isFresh, recordOf, sourceHash } from '../../src/companion/fresh-build.ts';

const root = mkdtempSync(join(tmpdir(), 'drydock-sources-'));
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

test('a site is fresh until a source changes, is added, or the site itself is gone', async () => {
  put('content/docs/a.mdx', 'one');
  expect(await isFresh(root)).toBe(false);

  put('dist/index.html', 'built');
  mkdirSync(dirname(recordOf(root)), { recursive: true });
  writeFileSync(recordOf(root), await sourceHash(root));
  expect(await isFresh(root)).toBe(true);

  put('content/docs/a.mdx', 'two');
  expect(await isFresh(root)).toBe(false);
  put('content/docs/a.mdx', 'one');
  expect(await isFresh(root)).toBe(true);
  put('diagrams/b/topology.mmd', 'new');
  expect(await isFresh(root)).toBe(false);
});
