import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import scenario from '../../diagrams/ecs-architecture/scenario.ts';
import topology from '../../diagrams/ecs-architecture/topology.mmd';
import type { Frame } from '../../src/model/frame.ts';
import { beginRun } from '../../src/simulation/engine/run.ts';
import { createPlayer } from '../../src/simulation/engine/transport.ts';
import { browserTest as test } from './harness/browser-test.ts';

const lesson = '/ecs/architecture/';

/** The live diagram of a page, once it has come alive. */
async function alive(page: Page): Promise<Locator> {
  const diagram = page.locator('[data-diagram]').first();
  await diagram.scrollIntoViewIfNeeded();
  await diagram.locator('[data-account-file]').waitFor({ state: 'attached' });
  return diagram;
}

const press = (diagram: Locator, name: string) => diagram.getByRole('button', { name, exact: true }).click();
const timeOf = async (diagram: Locator) => Number(await diagram.getAttribute('data-time'));

/** Everything that a frame says, in an order that does not hang on maps. */
const printed = ({ resources, measures, time }: Pick<Frame, 'resources' | 'measures' | 'time'>) =>
  JSON.stringify([time, measures, [...resources.values()]]);

test('forty steps in the browser are the forty steps that Node takes', async ({ visit }) => {
  const page = await visit(lesson);
  await alive(page);
  const seen = await page.evaluate(() => {
    const frames: string[] = [];
    document.addEventListener('drydock:frame', ({ detail: { frame } }) => {
      frames.push(JSON.stringify([frame.time, frame.measures, [...frame.resources.values()]]));
    });
    const step = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '▸Step');
    for (let i = 0; i < 40; i += 1) step?.click();
    return frames;
  });
  const drawn = new Set(topology.nodes.flatMap(({ kind }) => kind ?? []));
  const player = createPlayer(beginRun(scenario), { drawn });
  const expected = Array.from({ length: 40 }, () => (player.step(), printed(player.getState().frame)));
  expect(seen).toEqual(expected);
});

test('messages travel along the edges while playing, and nothing plays before that', async ({ visit }) => {
  const page = await visit(lesson);
  const diagram = await alive(page);
  expect(await timeOf(diagram)).toBe(0);
  await diagram.getByLabel('Speed').selectOption('8');
  await press(diagram, 'Play');
  await diagram.locator('[data-messages] circle').first().waitFor({ state: 'attached' });
  await press(diagram, 'Pause');
  const stopped = await timeOf(diagram);
  expect(stopped).toBeGreaterThan(0);
  await press(diagram, 'Reset');
  expect(await timeOf(diagram)).toBe(0);
});

test('a reader who wants less motion sees no message move', async ({ visit }) => {
  const page = await visit(lesson, { reducedMotion: 'reduce' });
  const diagram = await alive(page);
  const dots = await diagram.evaluate((element) => {
    let count = 0;
    new MutationObserver((records) => {
      count += records.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ nodeName }) => nodeName === 'circle').length;
    }).observe(element, { childList: true, subtree: true });
    const step = [...element.querySelectorAll('button')].find(({ textContent }) => textContent === '▸Step');
    for (let i = 0; i < 30; i += 1) step?.click();
    return count + element.querySelectorAll('[data-messages] circle').length;
  });
  expect(dots).toBe(0);
});

test('a quiet stretch passes in about a second of the reader’s time, and is marked on the rail', async ({ visit }) => {
  const page = await visit(lesson);
  const diagram = await alive(page);
  await diagram.locator('.rail .still').first().waitFor({ state: 'attached' });
  const slider = diagram.getByRole('slider', { name: 'Time' });
  await slider.fill(String(scenario.horizon - 30_000));
  await press(diagram, 'Play');
  await page.waitForFunction(
    (horizon) => Number(document.querySelector('[data-diagram]')?.getAttribute('data-time')) >= horizon,
    scenario.horizon,
  );
  expect(await diagram.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
});

test('the keyboard alone reaches a resource, its panel and back', async ({ visit }) => {
  const page = await visit(lesson);
  const diagram = await alive(page);
  await diagram.locator('[data-resource][tabindex="0"]').focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-resource'));
  expect(focused).toBeTruthy();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-panel-title'))).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-resource'))).toBe(focused);
});

test.for([320, 390, 640, 1000])('at %i px nothing is cut off sideways and the transport is at hand', async (width, { visit }) => {
  const page = await visit(lesson, { width });
  const diagram = await alive(page);
  await diagram.locator('[data-kind="ecs-task"]').first().click();
  const overflowing = await diagram.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return [...element.querySelectorAll('button, p, h3, h4, .card, .box, input, select')]
      .filter((part) => part.checkVisibility() && part.closest('.unseen') === null)
      .map((part) => ({ part: part.outerHTML.slice(0, 80), box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < left - 1 || box.right > right + 1));
  });
  expect(overflowing).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  if (width < 640) {
    await diagram.locator('.stage').evaluate((stage) => {
      stage.scrollIntoView();
    });
    const play = await diagram.getByRole('button', { name: 'Play', exact: true }).boundingBox();
    expect(play?.y).toBeLessThan(900);
  }
});

test('on a phone what is selected stands clear of the sheet, and sheet, picture and transport are all in sight', async ({ visit }) => {
  const page = await visit(lesson, { width: 390 });
  const diagram = await alive(page);
  const task = diagram.locator('[data-kind="ecs-task"]').last();
  await task.click();
  const [card, sheet, play] = await Promise.all([
    task.boundingBox(),
    diagram.locator('.panel').boundingBox(),
    diagram.getByRole('button', { name: 'Play', exact: true }).boundingBox(),
  ]);
  const bottom = (box: typeof card) => (box === null ? NaN : box.y + box.height);
  expect(bottom(card)).toBeLessThan(sheet?.y ?? 0);
  expect(bottom(sheet)).toBeLessThanOrEqual(play?.y ?? 0);
  expect(bottom(play)).toBeLessThanOrEqual(await page.evaluate(() => innerHeight));
  expect(sheet?.y).toBeGreaterThan(300);
});

test('what stands below the picture stays where it is while the picture has less to show', async ({ visit }) => {
  const page = await visit(lesson);
  const diagram = await alive(page);
  const keys = diagram.locator('.keys');
  const tops: number[] = [];
  for (let i = 0; i < 60; i += 1) {
    await press(diagram, 'Step');
    tops.push(await keys.evaluate((element) => element.getBoundingClientRect().top + scrollY));
  }
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

test('a link copied from one page opens the same moment in another', async ({ visit }) => {
  const page = await visit(lesson, { permissions: ['clipboard-read', 'clipboard-write'] });
  const diagram = await alive(page);
  for (let i = 0; i < 10; i += 1) await press(diagram, 'Step');
  await press(diagram, 'Share');
  const link = await diagram.getByLabel('Link to this moment').inputValue();
  const other = await alive(await visit(link));
  await other.getByText('You are at the moment that the link was made at.').waitFor();
  expect(await timeOf(other)).toBe(await timeOf(diagram));
  const broken = await alive(await visit(`${lesson}#run.1.broken`));
  await broken.getByText('The diagram begins afresh.').waitFor();
  expect(await timeOf(broken)).toBe(0);
});

test('a lost instance costs requests, and the picture says so', async ({ visit }) => {
  const page = await visit(lesson);
  const diagram = await alive(page);
  await press(diagram, 'Step');
  await diagram.locator('[data-kind="ecs-container-instance"]').first().click();
  const lost = diagram.locator('[data-kind="ecs-container-instance"]').first();
  await diagram.locator('.panel [data-fault]').first().click();
  for (let i = 0; i < 30 && (await lost.getAttribute('data-tone')) === 'running'; i += 1) await press(diagram, 'Step');
  expect(await lost.getAttribute('data-tone')).not.toBe('running');
  expect(await diagram.locator('.plot path[data-look="bad"]').getAttribute('d')).toMatch(/V/);
});
