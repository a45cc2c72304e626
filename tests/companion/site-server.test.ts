import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listen } from '../../src/companion/listen.ts';
import { siteServer } from '../../src/companion/site-server.ts';

const root = mkdtempSync(join(tmpdir(), 'drydock-site-'));
const put = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
put('index.html', '<head></head><script>run()</script>');
put('404.html', 'nothing here');
put('ecs/architecture/index.html', 'a lesson');
put('embed/compare.js', 'widget');
put('embed/compare/index.html', 'framed');
writeFileSync(join(root, '../drydock-secret.txt'), 'secret');

const app = await siteServer(root);
const server = await listen(app.fetch, 0);
afterAll(server.close);

/** Sends a request as it stands and gives the answer as it came. */
const raw = (...lines: string[]) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () =>
      socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`),
    );
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

const { host } = new URL(server.origin);

test('answers on the loopback alone', () => {
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('takes the next port when the wanted one is taken', async () => {
  const wanted = Number(new URL(server.origin).port);
  const next = await listen(app.fetch, wanted);
  expect(Number(new URL(next.origin).port)).toBeGreaterThan(wanted);
  await next.close();
});

test('refuses a request for another host, for two hosts and for none', async () => {
  expect(await raw('GET / HTTP/1.1', 'Host: evil.example')).toMatch(/^HTTP\/1\.1 403/);
  expect(await raw('GET / HTTP/1.1', `Host: ${host}`, 'Host: evil.example')).toMatch(/^HTTP\/1\.1 403/);
  expect(await raw('GET / HTTP/1.1')).toMatch(/^HTTP\/1\.1 4/);
  expect(await raw('GET / HTTP/1.1', `Host: ${host}`)).toMatch(/^HTTP\/1\.1 200/);
});

test('can only be read', async () => {
  expect((await fetch(server.origin, { method: 'POST', body: 'x' })).status).toBe(405);
});

test('serves nothing from outside the folder of the site', async () => {
  const answer = await raw('GET /../drydock-secret.txt HTTP/1.1', `Host: ${host}`);
  expect(answer).toMatch(/^HTTP\/1\.1 404/);
  expect(answer).not.toContain('secret');
  expect(await raw('GET /..%2fdrydock-secret.txt HTTP/1.1', `Host: ${host}`)).toMatch(/^HTTP\/1\.1 404/);
});

test('leads a path without its slash to the page, and a mistaken one to the page that says so', async () => {
  const moved = await fetch(`${server.origin}/ecs/architecture`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/ecs/architecture/']);
  const lost = await fetch(`${server.origin}/nowhere/`);
  expect([lost.status, await lost.text()]).toEqual([404, 'nothing here']);
});

test('allows the inline scripts that a page has, and no others', async () => {
  const policy = (await fetch(server.origin)).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='");
  expect(policy).not.toMatch(/script-src [^;]*'unsafe-inline'/);
});

test('lets other sites load and frame the widget alone', async () => {
  const of = async (path: string) => (await fetch(`${server.origin}${path}`)).headers;
  expect((await of('/embed/compare.js')).get('access-control-allow-origin')).toBe('*');
  expect((await of('/embed/compare/')).get('content-security-policy')).not.toContain('frame-ancestors');
  for (const path of ['/', '/ecs/architecture/', '/nowhere/']) {
    const headers = await of(path);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('serves what a later build adds, and no longer what it takes away', async () => {
  const status = async (): Promise<number> => (await fetch(`${server.origin}/ecs/services/`)).status;
  expect(await status()).toBe(404);
  put('ecs/services/index.html', 'a new lesson');
  expect(await status()).toBe(200);
  rmSync(join(root, 'ecs/services'), { recursive: true });
  expect(await status()).toBe(404);
});
