import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { embedCode } from '../../src/integrations/embed-build.ts';

const limit = 30_000;
const code = await embedCode();

test('the widget is at most 30 kB of gzip', () => {
  const size = gzipSync(code).byteLength;
  console.log(`/embed/compare.js: ${size} bytes of gzip, ${limit} allowed`);
  expect(size).toBeLessThanOrEqual(limit);
});

test('the widget is one script that imports nothing', () => {
  expect(code).not.toMatch(/\bimport\s*[({"']|\bfrom\s*["']/);
});

test('the widget writes no markup from text and asks the network for nothing', () => {
  expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|\bfetch\(|XMLHttpRequest/);
});
