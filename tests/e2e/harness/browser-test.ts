import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { findBrowser } from '../../../src/tools/find-browser.ts';
import { watch } from './watch.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** How a page is looked at. */
export interface Look extends Pick<
  BrowserContextOptions,
  'colorScheme' | 'javaScriptEnabled' | 'reducedMotion' | 'forcedColors' | 'permissions'
> {
  readonly width?: number;
  readonly height?: number;
}

/** Opens a page of the built site (a path) or of another origin (an address). */
export type Visit = (address: string, look?: Look) => Promise<Page>;

/**
 * A test with a browser. Every page that it visits must end without an error on its console, without a violation of
 * its content policy and without a request to an origin that the test did not name.
 */
export const browserTest = test.extend<{ browser: Browser; visit: Visit }>({
  browser: [
    async ({}, use) => {
      const executablePath = findBrowser();
      if (executablePath === undefined) throw new Error('No Chrome or Chromium was found. Set CHROME_PATH to one.');
      const browser = await chromium.launch({ executablePath, args: flags });
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  visit: async ({ browser }, use) => {
    const problems: string[] = [];
    const pages: Page[] = [];
    await use(async (address, { width = 1280, height = 900, ...look } = {}) => {
      const context = await browser.newContext({ viewport: { width, height }, ...look });
      const page = await context.newPage();
      const url = new URL(address, inject('origin'));
      watch(page, [inject('origin'), url.origin], problems);
      pages.push(page);
      await page.goto(url.href);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
    expect(problems).toEqual([]);
  },
});
