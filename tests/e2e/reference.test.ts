import { expect } from 'vitest';
import { browserTest as test } from './harness/browser-test.ts';

test('facts are filtered by words, topic and confidence, with their number and an address to share', async ({ visit }) => {
  const page = await visit('/facts/');
  const rows = page.locator('[data-row]:visible');
  const all = await rows.count();
  await page.getByLabel('Words').fill('price');
  await page.getByLabel('Topic').selectOption('eks');
  await page.getByLabel('Confidence').selectOption('verified');
  const left = await rows.count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  expect(await page.getByRole('status').first().textContent()).toBe(`${left} of ${all} facts`);
  expect(new URL(page.url()).search).toBe('?q=price&topic=eks&confidence=verified');
  await page.reload();
  expect(await rows.count()).toBe(left);
});

test('an address that asks for an unknown topic shows every fact', async ({ visit }) => {
  const page = await visit('/facts/?topic=no-such-topic');
  expect(await page.getByLabel('Topic').inputValue()).toBe('');
  expect(await page.locator('[data-row]:visible').count()).toBe(await page.locator('[data-row]').count());
});

test('a link to a term that the filter hides shows it', async ({ visit }) => {
  const page = await visit('/glossary/?world=ecs#kubelet');
  await page.locator('#kubelet').waitFor({ state: 'visible' });
  expect(await page.locator('#probe').isVisible()).toBe(false);
});

test('the meaning of a term shows on focus, goes with Escape and moves nothing', async ({ visit }) => {
  const page = await visit('/ecs/architecture/', { width: 320 });
  const term = page.locator('drydock-term').first();
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  await term.getByRole('link').focus();
  const meaning = term.getByRole('tooltip');
  await meaning.waitFor({ state: 'visible' });
  const box = await meaning.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
  await page.keyboard.press('Escape');
  await meaning.waitFor({ state: 'hidden' });
});

test('the meaning of a term stays while the pointer moves onto it, and goes when it leaves', async ({ visit }) => {
  const page = await visit('/eks/architecture/');
  const term = page.locator('drydock-term').first();
  await term.getByRole('link').hover();
  const meaning = term.getByRole('tooltip');
  await meaning.hover();
  expect(await meaning.isVisible()).toBe(true);
  await page.getByRole('heading', { level: 1 }).hover();
  await meaning.waitFor({ state: 'hidden' });
});
