import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { recordings } from '../account/fixtures.ts';
import { browserTest as test } from './harness/browser-test.ts';

const lesson = '/ecs/architecture/';
const recording = (name: string): string => `tests/fixtures/aws-cli/${name}`;
const describes = recordings('ecs').filter((name) => /describe-(clusters|services|tasks|task-definition|container-instances)/.test(name));

const hugeFile = join(tmpdir(), `drydock-${process.pid}-huge.json`);
await writeFile(hugeFile, ' '.repeat(26_000_000));
afterAll(() => rm(hugeFile));

interface Opened {
  readonly page: Page;
  readonly diagram: Locator;
  /** Every request since the diagram had come alive. */
  readonly requests: readonly string[];
}

/** The lesson's diagram, alive, with the code that reads accounts already there. */
async function ready(page: Page): Promise<Opened> {
  const diagram = page.locator('[data-diagram]').first();
  await diagram.scrollIntoViewIfNeeded();
  await diagram.locator('[data-account-file]').waitFor({ state: 'attached' });
  await diagram.getByRole('button', { name: 'My account' }).click();
  await diagram.getByRole('button', { name: 'Use the sample account' }).waitFor();
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  return { page, diagram, requests };
}

const choose = (diagram: Locator, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> =>
  diagram.locator('[data-account-file]').setInputFiles(files);

const status = (diagram: Locator): Locator => diagram.locator('.account [role=status]');

/** Everything that the browser keeps for the site. */
const stored = (page: Page): Promise<unknown> =>
  page.evaluate(async () => [
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    document.cookie,
    await indexedDB.databases(),
    await caches.keys(),
  ]);

const drawnSource = (diagram: Locator, source: string): Promise<void> =>
  diagram.and(diagram.page().locator(`[data-source=${source}]`)).waitFor();

const written = (name: string, value: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
});

describe('the account file on the lesson', () => {
  test('draws the files that a reader picks, without a request, and keeps nothing (requirements 13, 21)', async ({ visit }) => {
    const { page, diagram, requests } = await ready(await visit(lesson));
    const before = await stored(page);
    await choose(diagram, describes.map(recording));
    await drawnSource(diagram, 'account');
    expect(await diagram.locator('[data-resource][data-kind=ecs-task]').count()).toBe(2);
    expect(await diagram.locator('.account').textContent()).toContain('my-http-service');
    expect(requests).toEqual([]);
    expect(await stored(page)).toEqual(before);
  });

  test.for(describes)('%s is drawn, or listed with the reason', async (name, { visit }) => {
    const { diagram } = await ready(await visit(lesson));
    await choose(diagram, recording(name));
    await status(diagram)
      .getByText(/^Drawn:/)
      .waitFor();
    const text = await readFile(recording(name), 'utf8');
    const names = [...text.matchAll(/"(?:serviceName|ec2InstanceId)": "([^"]+)"|"taskArn": "[^"]*\/(\w+)",\s*"taskDefinitionArn"/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    const shown = await diagram.evaluate((element) =>
      [...element.querySelectorAll('[data-resource]')]
        .map((one) => `${one.getAttribute('data-resource') ?? ''} ${one.textContent}`)
        .join('\n'),
    );
    for (const expected of names) expect(shown).toContain(expected.startsWith('i-') ? expected.slice(0, 5) : expected);
  });

  test('draws files that are dropped on the diagram', async ({ visit }) => {
    const { page, diagram } = await ready(await visit(lesson));
    const text = await readFile(recording('ecs/describe-services.json'), 'utf8');
    const dropped = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'services.json'));
      return transfer;
    }, text);
    await diagram.dispatchEvent('drop', { dataTransfer: dropped });
    await drawnSource(diagram, 'account');
    expect(await diagram.locator('[data-resource][data-kind=ecs-service]').getAttribute('data-status')).toBe('ACTIVE');
  });

  test('lets no secret into the page (requirement 11)', async ({ visit }) => {
    const { page, diagram } = await ready(await visit(lesson));
    const text = await readFile(recording('ecs/describe-task-definition.json'), 'utf8');
    await choose(diagram, [
      written('definition.json', text.replace('"password"', '"hunter2-secret"')),
      written('tasks.json', await readFile(recording('ecs/describe-tasks.json'), 'utf8')),
    ]);
    await drawnSource(diagram, 'account');
    expect(await page.content()).not.toMatch(/hunter2-secret|MYSQL_ROOT_PASSWORD|jane-doe/);
  });

  test('masks account ids everywhere until they are revealed (requirement 12)', async ({ visit }) => {
    const { page, diagram } = await ready(await visit(lesson));
    await choose(diagram, describes.map(recording));
    await drawnSource(diagram, 'account');
    await diagram.locator('[data-resource][data-kind=ecs-task]').first().click();
    expect(await diagram.evaluate((element) => element.outerHTML)).not.toMatch(/123456789012|123456789222|012345678910/);
    await diagram.getByRole('button', { name: 'Reveal account id' }).click();
    await expect.poll(() => page.content()).toMatch(/123456789012/);
  });

  test('draws hostile names as words, within the page (requirement 20)', async ({ visit }) => {
    const { page, diagram } = await ready(await visit(lesson, { width: 390, height: 800 }));
    const name = `<img src=x>"'%%{init:{}}%%\u202Egnp.\u0627\u0644${'W'.repeat(220)}`;
    const clusterArn = `arn:aws:ecs:eu-west-1:111122223333:cluster/${name}`;
    const taskArn = `arn:aws:ecs:eu-west-1:111122223333:task/${name}/${name}`;
    const tasks = [
      { taskArn, clusterArn, group: `service:${name}`, lastStatus: name, stoppedReason: name, containers: [{ name, lastStatus: name }] },
    ];
    await choose(diagram, written(`${name}.json`, { tasks }));
    await drawnSource(diagram, 'account');
    await diagram.locator('[data-resource][data-kind=ecs-task]').click();
    expect(await diagram.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('reads more than 1 MB beside the page', async ({ visit }) => {
    const { page, diagram } = await ready(await visit(lesson));
    const worker = page.waitForEvent('worker');
    const task = (number: number) => ({
      taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/demo/${number}`,
      clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo',
      group: 'service:web',
      lastStatus: 'RUNNING',
      stoppedReason: 'x'.repeat(2000),
    });
    await choose(diagram, written('many.json', { tasks: Array.from({ length: 600 }, (_, number) => task(number)) }));
    await worker;
    await drawnSource(diagram, 'account');
    expect(await diagram.locator('[data-collection][data-kind=ecs-task]').getAttribute('data-count')).toBe('600');
  });

  test.for([
    ['26 MB', hugeFile, /^These files hold 26 MB/],
    ['no JSON', written('tasks.txt', 'TASKS  arn'), /^tasks\.txt is neither JSON nor YAML/],
    ['JSON of another shape', written('package.json', { name: 'drydock' }), /^package\.json is JSON of another shape/],
    [
      'a file of another version',
      written('old.json', { schema: 'drydock.account-snapshot', version: 9 }),
      /^old\.json is an account file of version 9/,
    ],
    ['an empty file', written('empty.json', ''), /^empty\.json is empty\./],
  ] as const)('%s gives one sentence, and the page goes on working', async ([, file, sentence], { visit }) => {
    const { diagram } = await ready(await visit(lesson));
    await choose(diagram, file);
    await status(diagram).getByText(sentence).waitFor();
    expect(await diagram.getAttribute('data-source')).toBe('simulation');
    await choose(diagram, recording('ecs/describe-services.json'));
    await drawnSource(diagram, 'account');
    await diagram.getByRole('button', { name: 'Back to the simulation' }).click();
    await diagram.getByRole('button', { name: 'Step', exact: true }).click();
    expect(await diagram.getAttribute('data-source')).toBe('simulation');
  });

  test('shows a sample to those without an account, and opens a saved simulation again', async ({ visit }) => {
    const { page, diagram } = await ready(await visit(lesson));
    await diagram.getByRole('button', { name: 'Use the sample account' }).click();
    await drawnSource(diagram, 'sample');
    expect(await diagram.locator('[data-resource][data-kind=ecs-task]').count()).toBe(5);
    await diagram.getByRole('button', { name: 'Back to the simulation' }).click();
    const saving = page.waitForEvent('download');
    await diagram.getByRole('button', { name: 'Save as account file' }).click();
    const simulated = await diagram.locator('[data-resource][data-kind=ecs-task]').count();
    await choose(diagram, await (await saving).path());
    await drawnSource(diagram, 'account');
    expect(await diagram.locator('[data-resource][data-kind=ecs-task]').count()).toBe(simulated);
  });
});
