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

test.for([
  { path: '/ecs/architecture/', kind: 'ecs-task' },
  { path: '/ecs/deployments/', kind: 'ecs-task' },
  { path: '/ecs/placement/', kind: 'ecs-task' },
  { path: '/ecs/practices/load-balancing/', kind: 'elbv2-target' },
  { path: '/ecs/practices/logging/', kind: 'docker-log-driver' },
  { path: '/ecs/practices/service-discovery/', kind: 'dns-answer' },
  { path: '/ecs/networking/', kind: 'ecs-task' },
  { path: '/eks/architecture/', kind: 'k8s-pod' },
  { path: '/eks/control-plane/', kind: 'k8s-etcd' },
])('the diagram of $path adds at most 110 kB, and what loads on first use at most 40 kB', async ({ path, kind }, { visit }) => {
  const page = await visit(path, { height: 100 });
  await page.waitForLoadState('networkidle');
  const diagram = page.locator('[data-diagram]').first();

  const near = scriptsOf(page);
  await begin(diagram);
  await settled(page);
  const added = await near.size();
  console.log(`The diagram of ${path} adds ${kB(added)} kB (gzip): ${near.names().join(', ')}`);
  expect.soft(added).toBeLessThanOrEqual(110_000);

  const used = scriptsOf(page);
  await diagram.locator(`[data-resource][data-kind="${kind}"]`).first().click();
  await settled(page);
  await diagram.getByText('The state machine behind it').click();
  await diagram.locator('[data-state]').first().waitFor();
  if (path === '/ecs/architecture/') {
    await diagram.getByRole('button', { name: 'My account' }).click();
    await diagram.getByRole('button', { name: 'Use the sample account' }).click();
    await settled(page);
  }
  const lazy = await used.size();
  console.log(`First use on ${path} loads ${kB(lazy)} kB (gzip): ${used.names().join(', ')}`);
  expect(lazy).toBeGreaterThan(0);
  expect(lazy).toBeLessThanOrEqual(40_000);
});
