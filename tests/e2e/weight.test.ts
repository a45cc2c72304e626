import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { builtPages, pageText } from '../site/built-pages.ts';
import { browserTest as test } from './harness/browser-test.ts';

const kB = (bytes: number) => Math.round(bytes / 100) / 10;

/** Keeps the size, gzipped one by one, of every script that a page asks for from now on. */
function scriptsOf(page: Page): { readonly names: () => readonly string[]; readonly size: () => Promise<number> } {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(
      new URL(response.url()).pathname,
      response.body().then((body) => gzipSync(body).byteLength),
    );
  });
  return {
    names: () => [...sizes.keys()],
    size: async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0),
  };
}

/** The gzipped size of the scripts that stand in the page itself. */
const inlineSize = (html: string) =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].reduce(
    (sum, [, text = '']) => sum + gzipSync(text).byteLength,
    0,
  );

const lessons = builtPages.filter((path) => /^\/(?:start|ecs|eks|compare)\/|^\/404/.test(path));

test.for(lessons)('%s ships at most 8 kB of JavaScript before its diagram is near', async (path, { visit }) => {
  const page = await visit('about:blank', { height: 100 });
  const scripts = scriptsOf(page);
  await page.goto(new URL(path, inject('origin')).href, { waitUntil: 'networkidle' });
  const size = (await scripts.size()) + inlineSize(pageText(path));
  console.log(`${path} ships ${kB(size)} kB of JavaScript (gzip)`);
  expect(size).toBeLessThanOrEqual(8_000);
});

test.for(['/ecs/architecture/', '/eks/architecture/'])(
  'the diagram of %s adds at most 110 kB, and its explanations, statecharts and account import at most 40 kB on first use',
  async (path, { visit }) => {
    const page = await visit(path, { height: 100 });
    await page.waitForLoadState('networkidle');

    const diagram = scriptsOf(page);
    await page.locator('[data-diagram]').first().scrollIntoViewIfNeeded();
    await page.locator('astro-island:not([ssr]) [data-diagram]').first().waitFor();
    await page.waitForLoadState('networkidle');
    const added = await diagram.size();
    console.log(`The diagram of ${path} adds ${kB(added)} kB (gzip): ${diagram.names().join(', ')}`);
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThanOrEqual(110_000);

    const later = scriptsOf(page);
    await page.locator('[data-resource]').first().click();
    await page.getByText('Statechart').first().click();
    const account = page.getByRole('button', { name: 'My account' });
    if ((await account.count()) > 0) await account.first().click();
    await page.waitForLoadState('networkidle');
    const lazy = await later.size();
    console.log(`First use on ${path} loads ${kB(lazy)} kB (gzip): ${later.names().join(', ')}`);
    expect(lazy).toBeGreaterThan(0);
    expect(lazy).toBeLessThanOrEqual(40_000);
  },
);
