import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest as test } from './harness/browser-test.ts';
import { liveDiagram } from './harness/live-diagram.ts';

const path = '/tutorials/first-service/';

/** What a reader does in this tutorial. */
async function open(page: Page) {
  const diagram = await liveDiagram(page, 'ecs-service');
  return {
    ...diagram,
    scale: async (count: number): Promise<void> => {
      await diagram.select('ecs-service');
      await diagram.fill('Desired count', String(count));
      await diagram.press('Set desired count');
    },
    deploy: async (revision: string): Promise<void> => {
      await diagram.select('ecs-service');
      await diagram.choose('Task definition', revision);
      await diagram.press('Deploy');
    },
    loseInstance: async (): Promise<void> => {
      await diagram.select('ecs-container-instance');
      await diagram.press('Lose the instance');
    },
  };
}

const goal = (page: Page, id: string): Locator => page.locator(`[data-goal="${id}"]`);
const met = (page: Page): Promise<(string | null)[]> =>
  page.locator('[data-goal]').evaluateAll((goals) => goals.map((one) => one.getAttribute('data-met')));
const all = (verdict: string): string[] => Array.from({ length: 11 }, () => verdict);

describe('the tutorial first-service', () => {
  test('is whole without JavaScript, with every goal unmet', async ({ visit }) => {
    const page = await visit(path, { javaScriptEnabled: false });
    expect(await met(page)).toEqual(all('false'));
    expect(await page.locator('[data-step]').count()).toBe(4);
    expect(await page.locator('[aria-current="step"][data-step]').getAttribute('data-step')).toBe('run-it');
  });

  test('meets a goal within the click that did it', async ({ visit }) => {
    const page = await visit(path);
    const reader = await open(page);
    await reader.scale(2);
    expect(await goal(page, 'two-wanted').getAttribute('data-met')).toBe('true');
    expect(await goal(page, 'two-running').getAttribute('data-met')).toBe('false');
  });

  test('is done with a pointer, is still done at the next visit, and starts over', async ({ visit }) => {
    const page = await visit(path);
    const reader = await open(page);
    await reader.scale(2);
    await reader.seek(40);
    expect(await page.locator('[data-step="run-it"]').getAttribute('data-done')).toBe('true');
    expect(await page.locator('[aria-current="step"][data-step]').getAttribute('data-step')).toBe('scale-it');
    await reader.scale(4);
    await reader.seek(80);
    await reader.loseInstance();
    await reader.seek(150);
    await reader.deploy('web:8');
    await reader.seek(260);
    expect(await met(page)).toEqual(all('true'));

    await page.reload();
    await goal(page, 'rollout-completed').and(page.locator('[data-met="true"]')).waitFor();
    expect(await met(page)).toEqual(all('true'));

    await open(page);
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await met(page)).toEqual(all('false'));
  });

  test('names the first unmet goal beside the diagram while the reader works there', async ({ visit }) => {
    const page = await visit(path);
    const reader = await open(page);
    await reader.scale(3);
    await reader.seek(40);
    const line = page.getByText('Step 2 of 4, Scale it. 3 of 4 tasks are RUNNING.');
    await reader.root.getByRole('button', { name: 'Play' }).scrollIntoViewIfNeeded();
    expect(await line.isVisible()).toBe(true);
    const box = await line.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(900);
  });

  test('takes progress to another browser as a file', async ({ visit }) => {
    const page = await visit(path);
    const reader = await open(page);
    await reader.scale(2);
    await reader.seek(40);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).click()]);
    const other = await visit(path);
    await other.getByRole('button', { name: 'Load a file' }).waitFor();
    await other.getByLabel('File with your progress').setInputFiles(await download.path());
    await other.locator('[data-step="run-it"][data-done="true"]').waitFor();
    expect((await met(other)).filter((one) => one === 'true')).toHaveLength(3);
  });
});
