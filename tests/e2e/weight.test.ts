import { gzipSync } from 'node:zlib';
import type { Locator, Page, Response } from 'playwright-core';
import { expect, inject } from 'vitest';
import { builtPages, pageText } from '../site/built-pages.ts';
import { browserTest as test } from './harness/browser-test.ts';

const kB = (bytes: number) => Math.round(bytes / 100) / 10;

/** Keeps the size, gzipped one by one, of every script that a page asks for from now until the sizes are read. */
function scriptsOf(page: Page): { readonly names: () => readonly string[]; readonly size: () => Promise<number> } {
  const sizes = new Map<string, Promise<number>>();
  const weigh = (response: Response): void => {
    if (response.request().resourceType() !== 'script') return;
    const size = response.body().then((body) => gzipSync(body).byteLength);
    sizes.set(new URL(response.url()).pathname, size);
  };
  page.on('response', weigh);
  return {
    names: () => [...sizes.keys()],
    size: async () => {
      page.off('response', weigh);
      return (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
    },
  };
}

/** The gzipped size of the scripts that stand in the page itself. */
const inlineSize = (html: string) =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].reduce(
    (sum, [, text = '']) => sum + gzipSync(text).byteLength,
    0,
  );

const lessons = builtPages.filter((path) => /^\/(?:start|ecs|eks|compare|facts|glossary)\/|^\/404/.test(path));

test.for(lessons)('%s ships at most 8 kB of JavaScript before its diagram is near', async (path, { visit }) => {
  const page = await visit('about:blank', { height: 100 });
  const scripts = scriptsOf(page);
  await page.goto(new URL(path, inject('origin')).href, { waitUntil: 'networkidle' });
  const size = (await scripts.size()) + inlineSize(pageText(path));
  console.log(`${path} ships ${kB(size)} kB of JavaScript (gzip)`);
  expect(size).toBeLessThanOrEqual(8_000);
});

/** The diagrams that a page shows, in their order. */
const diagramsOf = (path: string) => [...pageText(path).matchAll(/data-diagram="([^"]+)"/g)].map(([, id = '']) => id);

/** Waits until nothing on the page is being fetched any more. */
const settled = (page: Page) => page.waitForFunction(() => !/Fetching|being fetched/.test(document.body.innerText));

/** Scrolls to a diagram and steps it, as soon as it can be stepped. */
async function begin(diagram: Locator): Promise<void> {
  await diagram.scrollIntoViewIfNeeded();
  const opened = await diagram.getAttribute('data-time');
  while ((await diagram.getAttribute('data-time')) === opened) {
    await diagram.getByRole('button', { name: 'Step', exact: true }).click();
  }
}

/** For each diagram a lesson that shows it alone. */
const weighed = [
  ...new Map(
    lessons.toReversed().flatMap((path) => {
      const [id, other] = diagramsOf(path);
      return id === undefined || other !== undefined ? [] : [[id, path] as const];
    }),
  ),
].toSorted();

/** Opens the panels of the picture one after the other, until one has a state machine, and opens that; RBAC's have none. */
async function openStatechart(diagram: Locator): Promise<void> {
  const summary = diagram.getByText('The state machine behind it');
  for (const resource of await diagram.locator('.stage [data-resource]').all()) {
    await resource.click();
    if ((await summary.count()) === 0) continue;
    await summary.click();
    await diagram.locator('[data-state]').first().waitFor();
    return;
  }
}

test.for(weighed)(
  'the diagram %s of %s adds at most 110 kB, what a first panel loads at most 40 kB, and an account with what reads files at most 55 kB',
  async ([id, path], { visit }) => {
    const page = await visit(path, { height: 100 });
    await page.waitForLoadState('networkidle');
    const diagram = page.locator(`[data-diagram="${id}"]`).first();

    const near = scriptsOf(page);
    await begin(diagram);
    await settled(page);
    const added = await near.size();
    console.log(`The diagram ${id} of ${path} adds ${kB(added)} kB (gzip): ${near.names().join(', ')}`);
    expect.soft(added).toBeLessThanOrEqual(110_000);

    const firstUse = async (what: string, most: number, use: () => Promise<void>): Promise<void> => {
      const used = scriptsOf(page);
      await use();
      await settled(page);
      const lazy = await used.size();
      console.log(`${what} of ${id} on ${path} loads ${kB(lazy)} kB (gzip): ${used.names().join(', ')}`);
      expect.soft(lazy).toBeGreaterThan(0);
      expect.soft(lazy).toBeLessThanOrEqual(most);
    };
    await firstUse('The first panel and state machine', 40_000, () => openStatechart(diagram));
    const account = diagram.getByRole('button', { name: 'My account' });
    if ((await account.count()) === 0) return;
    await firstUse('My account', 55_000, async () => {
      const reader = page.waitForResponse(/\/_astro\/snapshot-lists\./);
      await account.click();
      await (await reader).finished();
    });
    await firstUse('The sample account', 40_000, async () => {
      await diagram.getByRole('button', { name: 'Use the sample account' }).click();
      await diagram.getByText(/^Drawn:/).waitFor();
    });
  },
);
