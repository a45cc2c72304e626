import { readFile } from 'node:fs/promises';
import type Axe from 'axe-core';
import { describe, expect } from 'vitest';
import { builtPages } from '../site/built-pages.ts';
import { browserTest as test } from './harness/browser-test.ts';

declare global {
  interface Window {
    readonly axe: typeof Axe;
  }
}

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds wrong with the page, one line each. It runs in the page. */
const violations = async (): Promise<readonly string[]> => {
  const found = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
};

describe.each(builtPages)('%s', (path) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test('has no violation of WCAG 2.2 AA or of best practice', async ({ visit }) => {
      const page = await visit(path, { colorScheme });
      // The policy of the page forbids inline scripts, so axe is evaluated by the debugger, not added as an element.
      await page.evaluate(axe);
      expect(await page.evaluate(violations)).toEqual([]);
    });
  });

  test('fits a width of 320 px without scrolling sideways', async ({ visit }) => {
    const page = await visit(path, { width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('shows where the keyboard is, from its first link on', async ({ visit }) => {
    const page = await visit(path);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      let focused = document.activeElement ?? document.body;
      while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return getComputedStyle(focused).outlineStyle;
    });
    expect(outline).not.toBe('none');
  });

  test('says all it has to say without JavaScript', async ({ visit }) => {
    const page = await visit(path, { javaScriptEnabled: false });
    expect(await page.locator('h1').count()).toBe(1);
    for (const diagram of await page.locator('[data-diagram]').all()) {
      expect(await diagram.locator('[data-resource]').count()).toBeGreaterThanOrEqual(4);
      expect(await diagram.locator('ol[data-walkthrough] > li').count()).toBeGreaterThanOrEqual(3);
    }
  });
});
