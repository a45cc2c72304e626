import { expect } from 'vitest';
import { browserTest as test } from './harness/browser-test.ts';

test('search loads its index when it is first opened, and finds a lesson by keyboard alone', async ({ visit }) => {
  const page = await visit('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('architecture');
  const found = page.getByRole('dialog').getByRole('link', { name: 'ECS architecture' });
  await found.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/architecture/');
});

test('search says so when nothing is found; Escape clears it, then closes it', async ({ visit }) => {
  const page = await visit('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('qwqwqw');
  await page.getByRole('status').filter({ hasText: 'Nothing found for “qwqwqw”.' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('the theme that a reader chooses is kept', async ({ visit }) => {
  const page = await visit('/', { colorScheme: 'light' });
  await page.getByRole('combobox', { name: 'Select theme' }).selectOption('dark');
  await page.reload();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
});

test('a narrow screen reaches every lesson through the menu', async ({ visit }) => {
  const page = await visit('/ecs/architecture/', { width: 390 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'EKS architecture' }).click();
  await page.waitForURL('**/eks/architecture/');
});

test('the sections of the site are in the header, with the current one marked', async ({ visit }) => {
  const page = await visit('/compare/overview/');
  const current = page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current]');
  expect(await current.allTextContents()).toEqual(['Compare']);
});
