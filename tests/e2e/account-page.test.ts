import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { stream } from 'hono/streaming';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect } from 'vitest';
import { sampleDocument } from '../../src/account/sample/samples.ts';
import { listen } from '../../src/companion/listen.ts';
import { siteServer } from '../../src/companion/site-server.ts';
import { browserTest as test } from './harness/browser-test.ts';

const token = 'x'.repeat(43);

/** What the companion that the page talks to does next, and what it was asked. */
interface Companion {
  snapshot: object;
  /** Ends a reading in the middle, with this line. */
  line?: object;
  /** A reading that waits until it is aborted. */
  waits: boolean;
  aborted: boolean;
  /** The answer ends before its last line. */
  breaks: boolean;
  readonly authorizations: (string | undefined)[];
}

const companion: Companion = { snapshot: sampleDocument('healthy'), waits: false, aborted: false, breaks: false, authorizations: [] };
beforeEach(() => {
  Object.assign(companion, { snapshot: sampleDocument('healthy'), line: undefined, waits: false, aborted: false, breaks: false });
  companion.authorizations.length = 0;
});

const api = new Hono<{ Bindings: HttpBindings }>();
api.use(async ({ req }, next) => {
  companion.authorizations.push(req.header('authorization'));
  await next();
});
api.get('/connection', ({ json }) => json({ profile: 'work', regions: ['eu-west-1'], connected: true }));
api.get('/snapshot', (asked) =>
  stream(asked, async (out) => {
    out.onAbort(() => {
      companion.aborted = true;
    });
    await out.writeln(JSON.stringify({ progress: { what: 'services', region: 'eu-west-1', done: 1, found: 3, calls: 4 } }));
    while (companion.waits && !companion.aborted) await out.sleep(20);
    if (companion.breaks) return;
    await out.writeln(JSON.stringify(companion.line ?? { snapshot: companion.snapshot }));
  }),
);

const server = await listen((await siteServer('dist', api)).fetch, 0);
afterAll(server.close);

const ready = async (page: Page): Promise<Page> => {
  await page.locator('.account-page[data-live]').waitFor();
  return page;
};
const sample = async (page: Page, name: string): Promise<void> => {
  await page.locator(`[data-sample=${name}]`).click();
  await page.locator('[data-account=sample]').waitFor();
};
const live = `${server.origin}/account/#token=${token}`;
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

describe('the page of an account', () => {
  test('shows clusters, services and node groups of a sample on one map', async ({ visit }) => {
    const page = await ready(await visit('/account/'));
    await sample(page, 'messy');
    await page.locator('[data-cluster]').first().waitFor();
    const names = await page.locator('[data-cluster] h4').allInnerTexts();
    expect(names.map((name) => name.replaceAll('\n', ' '))).toEqual(['EKS platform', 'ECS shop', 'ECS office']);
    expect(await page.locator('[data-item][data-kind=ecs-service]').count()).toBeGreaterThan(3);
    expect(await page.locator('[data-item][data-kind=eks-nodegroup]').count()).toBe(1);
  });

  test('masks account ids until they are revealed (requirement 12)', async ({ visit }) => {
    const page = await ready(await visit('/account/'));
    await sample(page, 'messy');
    await page.locator('[data-item][data-kind=eks-nodegroup]').click();
    await page.locator('[data-panel-title]').waitFor();
    expect(await page.locator('.account-page').innerHTML()).not.toContain('111122223333');
    await press(page, 'Reveal account ids');
    expect(await page.locator('.account-page').innerText()).toContain('111122223333');
  });

  test('judges the account by the checks', async ({ visit }) => {
    const page = await ready(await visit('/account/'));
    await sample(page, 'healthy');
    await press(page, 'Best practices');
    await page.locator('[data-check=ecs-fargate][data-verdict=pass]').waitFor();
    expect(await page.locator('[data-check]').count()).toBeGreaterThan(10);
  });

  test('says what is capped, and opens two hundred services a page at a time', async ({ visit }) => {
    const page = await ready(await visit('/account/'));
    await sample(page, 'huge');
    expect(await page.locator('[data-limit]').allInnerTexts()).toEqual([
      '200 of 400 services shown. The rest was not read.',
      '1,000 of 2,000 tasks shown. The rest was not read.',
    ]);
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('service-0123');
    await page.getByText('1 of 200 on the map').waitFor();
    expect(await page.locator('[data-item]').allInnerTexts()).toEqual([expect.stringContaining('service-0123')]);
  });

  test('is walked by keyboard: arrows between cards, Enter to the panel, Escape back', async ({ visit }) => {
    const page = await ready(await visit('/account/'));
    await sample(page, 'messy');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.locator('[data-item][tabindex="0"]').focus();
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    const second = await focused();
    expect(second).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.locator('[data-panel-title]:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-item]:focus').waitFor();
    expect(await focused()).toBe(second);
  });

  test('shows hostile names as text, within the width of a phone (requirement 20)', async ({ visit }) => {
    const page = await ready(await visit('/account/', { width: 320 }));
    const hostile = ['<img src=x onerror=alert(1)>', '"];click A call()%%{init}%%', '\u202Egnp.exe', 'W'.repeat(255)];
    const clusterArn = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
    const services = hostile.map((serviceName, index) => ({
      serviceArn: `arn:aws:ecs:eu-west-1:111122223333:service/shop/s${index}`,
      serviceName,
      clusterArn,
      status: 'ACTIVE',
    }));
    const buffer = Buffer.from(JSON.stringify({ services }));
    await page.locator('[data-account-file]').setInputFiles({ name: 'services.json', mimeType: 'application/json', buffer });
    await page.locator('[data-item]').nth(3).waitFor();
    const shown = await page.locator('[data-item] bdi').allInnerTexts();
    expect(shown.join(' ')).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('.account-page img').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test('names a file that gives no account, and leaves what was open', async ({ visit }) => {
    const page = await ready(await visit('/account/'));
    await sample(page, 'healthy');
    const buffer = Buffer.from(JSON.stringify({ ...sampleDocument('healthy'), version: 9 }));
    await page.locator('[data-account-file]').setInputFiles({ name: 'old.json', mimeType: 'application/json', buffer });
    await page.getByText('old.json is an account file of version 9').waitFor();
    expect(await page.locator('[data-account=sample]').count()).toBe(1);
  });
});

describe('the page with a companion', () => {
  test('takes the token out of the address before any request, and reads with it (requirement 4)', async ({ visit }) => {
    const page = await ready(await visit(live));
    expect(page.url()).toBe(`${server.origin}/account/`);
    await press(page, 'Read my account');
    await page.locator('[data-account=companion] [data-cluster]').first().waitFor();
    expect(new Set(companion.authorizations)).toEqual(new Set([`Bearer ${token}`]));
    expect(await page.locator('.live-whose').innerText()).toMatch(/work[\s\S]*eu-west-1/);
    const kept = await page.evaluate(() => [
      Object.values(sessionStorage),
      Object.keys(localStorage).filter((key) => key.includes('token')),
    ]);
    expect(kept).toEqual([[token], []]);
  });

  test('tells how far a reading is, and Stop ends it (requirement 17)', async ({ visit }) => {
    companion.waits = true;
    const page = await ready(await visit(live));
    await press(page, 'Read my account');
    await page.getByText('Reading services in eu-west-1: 1 of 3; 4 calls so far.').waitFor();
    await press(page, 'Stop');
    await expect.poll(() => companion.aborted).toBe(true);
    await page.getByRole('button', { name: 'Read my account' }).waitFor();
  });

  test('says why a reading failed, with the command that mends it', async ({ visit }) => {
    companion.line = { error: 'The session of profile work has expired.', fix: 'aws sso login --profile work' };
    const page = await ready(await visit(live));
    await press(page, 'Read my account');
    await page.getByText('The session of profile work has expired.').waitFor();
    expect(await page.locator('.live-failure code').innerText()).toBe('aws sso login --profile work');
  });

  test('tells what changed between readings, and seeks back', async ({ visit }) => {
    const page = await ready(await visit(live));
    await press(page, 'Read my account');
    await page.locator('[data-cluster]').first().waitFor();
    const text = JSON.stringify(companion.snapshot).replace('"runningCount":6', '"runningCount":5');
    companion.snapshot = JSON.parse(text) as object;
    await press(page, 'Read again');
    await page.locator('[data-changes] li').first().waitFor();
    expect(await page.locator('[data-changes]').innerText()).toContain('service storefront: 5 running, before 6.');
    await page.getByRole('slider', { name: 'Readings of the last hour' }).fill('0');
    await page.locator('[data-watch=earlier]').waitFor();
    await page.getByText('6 of 6 running').waitFor();
  });

  test('never shows old data as live: it says when the companion has stopped (requirement 25)', async ({ visit }) => {
    const page = await ready(await visit(live));
    await press(page, 'Read my account');
    await page.locator('[data-cluster]').first().waitFor();
    companion.breaks = true;
    await press(page, 'Read again');
    await page.locator('[data-watch="companion stopped"]').waitFor();
    await page.getByText('Companion stopped.').waitFor();
    expect(await page.locator('[data-cluster]').count()).toBeGreaterThan(0);
  });

  test("draws what is read on a lesson's own diagram, and what then changes", async ({ visit }) => {
    const page = await ready(await visit(live));
    await page.locator('.live-controls[data-link=ready]').waitFor();
    await page.goto(`${server.origin}/ecs/deployments/`);
    const diagram = page.locator('[data-diagram]').first();
    await diagram.scrollIntoViewIfNeeded();
    await diagram.getByRole('button', { name: 'My account' }).click();
    await diagram.getByRole('button', { name: 'Read my account' }).click();
    await page.locator('[data-diagram][data-source=account]').waitFor();
    expect(await diagram.locator('[data-resource][data-kind=ecs-service]').count()).toBe(1);
    await diagram.getByLabel('Read again').selectOption('every 30 seconds');
    await diagram.locator('[data-watch=live]').waitFor();
  });
});
