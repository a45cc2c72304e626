import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest as test } from './harness/browser-test.ts';

const path = '/ecs/practices/load-balancing/';

/** The question of the page, once it can be answered. */
async function open(page: Page): Promise<Locator> {
  const question = page.locator('[data-question="process-hangs"]');
  await question.scrollIntoViewIfNeeded();
  await question.locator('fieldset:not(:disabled)').waitFor();
  return question;
}

/** Chooses an answer and runs it, skips to the end and reads the verdict, with the keyboard alone. */
async function answer(page: Page, question: Locator, downs: number): Promise<void> {
  await question.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < downs; i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('[data-diagram="ecs-load-balancing"][data-live]').waitFor();
  await page.getByRole('button', { name: 'Skip to the answer' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Read why' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
}

describe('a question of a lesson', () => {
  test('is there without JavaScript, with what happens', async ({ visit }) => {
    const page = await visit(path, { javaScriptEnabled: false });
    const question = page.locator('[data-question="process-hangs"]');
    expect(await question.getByRole('radio').count()).toBe(3);
    const told = await page.locator('noscript p').allInnerTexts();
    expect(told.filter((text) => text.startsWith('What happens:'))).toEqual([
      expect.stringMatching(/^What happens: No\. The load balancer/),
    ]);
  });

  test('is answered rightly by keyboard, and then by the diagram', async ({ visit }) => {
    const page = await visit(path, { reducedMotion: 'reduce' });
    const question = await open(page);
    await answer(page, question, 1);
    expect(await page.locator(':focus').innerText()).toContain('You were right.');
    expect(await page.locator('[data-diagram="ecs-load-balancing"]').getAttribute('data-time')).toBe('40000');
  });

  test('is answered wrongly on a narrow screen, says what happened, and can be asked again', async ({ visit }) => {
    const page = await visit(path, { width: 320, height: 700, colorScheme: 'dark' });
    const question = await open(page);
    await answer(page, question, 0);
    expect(await page.locator(':focus').innerText()).toContain('It came differently.');
    expect(await question.getByText('This happened').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await question.getByRole('button', { name: 'Ask again' }).click();
    expect(await question.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  test('halts the diagram at the moment of the answer when the reader only watches', async ({ visit }) => {
    const page = await visit(path);
    const question = await open(page);
    await question.getByRole('radio').nth(1).check();
    const diagram = page.locator('[data-diagram="ecs-load-balancing"]');
    await diagram.getByLabel('Speed').selectOption('16');
    await question.getByRole('button', { name: 'Run it' }).click();
    await page.getByRole('button', { name: 'Read why' }).waitFor();
    expect(await diagram.getAttribute('data-time')).toBe('40000');
  });
});
