import { createServer } from 'node:http';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, inject } from 'vitest';
import { browserTest } from './harness/browser-test.ts';

const drydock = inject('origin');

/** Pages of another site, by path. Each allows the widget its script or its frame, and nothing else. */
const pages: Readonly<Record<string, { readonly policy: string; readonly body: string }>> = {
  '/script': {
    policy: `default-src 'none'; script-src ${drydock}; connect-src ${drydock}; style-src 'none'`,
    body: `<script type="module" src="${drydock}/embed/compare.js"></script><ecs-eks-compare view="table"></ecs-eks-compare>`,
  },
  '/dark': {
    policy: `default-src 'none'; script-src ${drydock}; connect-src ${drydock}; style-src 'none'`,
    body: `<script type="module" src="${drydock}/embed/compare.js"></script><ecs-eks-compare theme="dark"></ecs-eks-compare>`,
  },
  '/frame': {
    policy: `default-src 'none'; frame-src ${drydock}`,
    body: `<iframe title="ECS or EKS" src="${drydock}/embed/compare/?theme=dark" width="320" height="600"></iframe>`,
  },
};

const host = createServer((request, response) => {
  const page = pages[request.url ?? ''];
  if (page === undefined) return response.writeHead(204).end();
  response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': page.policy });
  return response.end(`<!doctype html><html lang="en"><title>Another site</title><body>${page.body}`);
});
await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
const address = host.address();
if (address === null || typeof address === 'string') throw new Error('The other site has no port.');
const foreign = `http://127.0.0.1:${address.port}`;
afterAll(() => host.close());

const rows = 16;
const background = (page: Page) => page.locator('ecs-eks-compare').evaluate((compare) => getComputedStyle(compare).backgroundColor);
const rowTexts = async (found: Locator) => (await found.allTextContents()).map((text) => text.replace(/\s+/g, ''));
const light = 'rgb(251, 250, 247)';
const dark = 'rgb(14, 17, 21)';

describe('the widget on a page of another origin that allows no styles', () => {
  browserTest('draws every row, in its own style', async ({ visit }) => {
    const page = await visit(`${foreign}/script`);
    await page.locator('[data-row]').first().waitFor();
    expect(await page.locator('[data-row]').count()).toBe(rows);
    expect(await background(page)).toBe(light);
  });

  browserTest('leads to lessons at its own origin', async ({ visit }) => {
    const page = await visit(`${foreign}/script`);
    const lesson = page.locator('[data-row=ecs-cost] a').first();
    expect(await lesson.evaluate((link: HTMLAnchorElement) => link.href)).toBe(`${drydock}/ecs/architecture/`);
  });

  browserTest('says row by row what the lesson says', async ({ visit }) => {
    const lesson = await visit('/compare/overview/', { javaScriptEnabled: false });
    const page = await visit(`${foreign}/script`);
    await page.locator('[data-row]').first().waitFor();
    expect(await rowTexts(page.locator('[data-row]'))).toEqual(await rowTexts(lesson.locator('table.comparison tr[id]')));
  });

  browserTest('asks for its script and for nothing else', async ({ visit }) => {
    const page = await visit(`${foreign}/script`);
    await page.locator('[data-row]').first().waitFor();
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(asked.filter((name) => !name.endsWith('/favicon.ico'))).toEqual([`${drydock}/embed/compare.js`]);
  });

  browserTest('follows the colours that the reader prefers, unless the page chooses', async ({ visit }) => {
    expect(await background(await visit(`${foreign}/script`, { colorScheme: 'dark' }))).toBe(dark);
    expect(await background(await visit(`${foreign}/dark`, { colorScheme: 'light' }))).toBe(dark);
  });

  browserTest('stacks its cells in a narrow column, still as a table, and never scrolls sideways', async ({ visit }) => {
    const page = await visit(`${foreign}/script`, { width: 320 });
    const cell = page.getByRole('cell').first();
    expect(await cell.evaluate((element) => getComputedStyle(element).display)).toBe('block');
    expect(await page.getByRole('table').count()).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

describe('the widget in a frame on a page of another origin', () => {
  browserTest('draws every row in the theme of its address', async ({ visit }) => {
    const page = await visit(`${foreign}/frame`);
    const frame = page.frameLocator('iframe');
    await frame.locator('[data-row]').first().waitFor();
    expect(await frame.locator('[data-row]').count()).toBe(rows);
    expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(dark);
  });
});
