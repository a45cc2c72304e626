import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/tools/find-browser.ts';
import { everything } from '../companion/fake-aws/everything.ts';
import { at, fakeAws } from '../companion/fake-aws/fake-aws.ts';
import { home } from '../companion/fake-aws/holdings.ts';
import { startCli, withAws } from '../companion/run-cli.ts';
import { builtPages } from '../site/built-pages.ts';
import { watch } from './harness/watch.ts';

const aws = await fakeAws({ holdings: at(everything) });
const cli = startCli('connect', ['--yes', '--no-open', '--port', '0', '--region', home], withAws(aws.url));
const address = await cli.printed(/^http:\S+$/m);
const { origin, port, hash } = new URL(address);
const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';

const closing: (() => Promise<unknown>)[] = [aws.close];
afterAll(async () => {
  cli.child.kill('SIGKILL');
  await Promise.all(closing.map((close) => close()));
});

async function browserWith(...args: readonly string[]): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox', '--disable-gpu', ...args] });
  closing.push(() => browser.close());
  return browser;
}
const browser = await browserWith();

/** A page in a browser of its own, and what it did that no page must. */
async function opened(
  url: string,
): Promise<{ readonly page: Page; readonly problems: readonly string[]; readonly requests: readonly string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  watch(page, [origin], problems);
  page.on('request', (request) => requests.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await page.goto(url);
  return { page, problems, requests };
}

/** Everything that the browser keeps for the site, as text. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const named = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      await indexedDB.databases(),
      named,
    ]);
  });

/** Asks another page's browser for the account, and says what came of it. It runs in the page. */
const tryToRead = async ([url, secret]: readonly [string, string]): Promise<string> => {
  const asked = [{}, { headers: { Authorization: `Bearer ${secret}` } }, { mode: 'no-cors' as const }];
  const tried = asked.map((init) =>
    fetch(url, init).then(
      async (response) => `${response.type} ${response.status} ${await response.text()}`,
      () => 'blocked',
    ),
  );
  return (await Promise.all(tried)).join('; ');
};

test('npm run connect prints one line on standard output: the account page, with the token behind the #', () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/account\/#token=[\w-]{43}$/);
});

test('the account is read and shown; the address loses the token before any request of the page, and the browser keeps nothing but that', async () => {
  const { page, problems, requests } = await opened(address);
  const before = aws.calls.length;
  await page.getByRole('button', { name: 'Read my account' }).click();
  await page.getByText('shop', { exact: true }).first().waitFor();
  expect(aws.calls.length).toBeGreaterThan(before);

  expect(page.url()).toBe(`${origin}/account/`);
  const carriers = requests.filter((request) => request.includes(token));
  expect(carriers.length).toBeGreaterThan(0);
  for (const request of carriers) expect(request).toMatch(new RegExp(`^${origin}/api/\\S+ .*"authorization":"Bearer ${token}"`));
  for (const request of requests) expect(request.split(' ')[0]).not.toContain(token);

  const kept = await stored(page);
  expect(kept.replace(token, '')).not.toMatch(/111122223333|eu-west-1|arn:aws|shop|kube/);
  expect(JSON.parse(kept)).toEqual([expect.any(Array), [[expect.any(String), token]], '', expect.any(Array), expect.any(Array)]);
  expect(problems).toEqual([]);
});

test('a page of another name that leads to this machine gets nothing, pages included', async () => {
  const rebound = await browserWith('--host-resolver-rules=MAP evil.test 127.0.0.1');
  const page = await (await rebound.newContext()).newPage();
  const paths = ['/api/connection', '/api/snapshot', '/account/'];
  for (const path of paths) expect((await page.goto(`http://evil.test:${port}${path}`))?.status(), path).toBe(403);

  // The attacker's page came from a server of theirs, before the name led here. Some browsers block what it asks by themselves.
  await page.route('**/attack', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(`http://evil.test:${port}/attack`);
  for (const path of paths) {
    expect(await page.evaluate(tryToRead, [path, token] as const), path).toMatch(/^(?:(?:blocked|basic 403 This server [^;]*)(?:; )?){3}$/);
  }
});

describe('a page of another port', () => {
  test('can read neither the account, even with the token, nor a page', async () => {
    const other = createServer((_, answer) => answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>'));
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    closing.push(() => new Promise((closed) => other.close(closed)));
    const own = other.address();
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${typeof own === 'object' && own !== null ? own.port : 0}/`);
    const before = aws.calls.length;
    for (const path of ['/api/connection', '/api/snapshot', '/account/']) {
      expect(await page.evaluate(tryToRead, [`${origin}${path}`, token] as const), path).toMatch(
        /^blocked; blocked; (?:blocked|opaque 0 )$/,
      );
    }
    expect(aws.calls).toHaveLength(before);
  });
});

test('no page of the site violates the policy that the companion serves it with', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  watch(page, [origin], problems);
  for (const path of [...new Set(builtPages)].filter((one) => one !== '/404.html')) await page.goto(`${origin}${path}`);
  expect(problems).toEqual([]);
});

test('Ctrl-C ends the companion, and the page then says so', async () => {
  const { page } = await opened(address);
  await page.getByRole('button', { name: 'Read my account' }).waitFor();
  cli.child.kill('SIGINT');
  const { code, stdout } = await cli.ended;
  expect([code, stdout]).toEqual([0, `${address}\n`]);
  await page.getByRole('button', { name: 'Read my account' }).click();
  await page
    .getByText(/companion (?:has )?stopped/i)
    .first()
    .waitFor();
});
