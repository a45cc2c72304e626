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

/** What has the focus, told apart by its place in the page, and whether that can be seen. It runs in the page. */
const focused = (): { readonly stop: string | undefined; readonly shown: boolean } => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element === null || element === document.body) return { stop: undefined, shown: true };
  const { outlineStyle, boxShadow } = getComputedStyle(element);
  const { left, top } = element.getBoundingClientRect();
  const place = `${Math.round(left + scrollX)},${Math.round(top + scrollY)}`;
  return {
    stop: `${element.tagName} ${element.textContent.trim().slice(0, 40)} at ${place}`,
    shown: outlineStyle !== 'none' || boxShadow !== 'none',
  };
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

  test('can be walked with Tab from its first stop to its last, and shows each of them', async ({ visit }) => {
    const page = await visit(path);
    const stops: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const { stop, shown } = await page.evaluate(focused);
      if (stop === undefined || stop === stops[0]) break;
      stops.push(stop);
      expect.soft(shown, `${stop} shows that it has the focus`).toBe(true);
      expect(stops.length, `Tab is caught at ${stops.slice(-3).join(', ')}`).toBeLessThan(2_000);
    }
    expect(stops.length).toBeGreaterThan(0);
  });

  test('says all it has to say without JavaScript', async ({ visit }) => {
    const page = await visit(path, { javaScriptEnabled: false });
    expect(await page.locator('h1').count()).toBe(1);
    for (const diagram of await page.locator('[data-diagram]').all()) {
      expect(await diagram.locator('[data-resource]').count()).toBeGreaterThanOrEqual(4);
      // A tutorial's own steps stand where its diagram's story would.
      const steps = diagram.locator('ol[data-walkthrough] > li').or(page.locator('.tutorial-steps > ol[data-walkthrough] > li'));
      expect(await steps.count()).toBeGreaterThanOrEqual(3);
    }
  });
});
