import { afterAll, describe, expect, test } from 'vitest';
import { apiRoutes, headersOf, startCompanion, statusOf } from '../companion/companion-server.ts';

const companion = await startCompanion();
afterAll(companion.close);
const { app, host, origin, raw, token } = companion;

const get = (path: string, ...headers: string[]) =>
  raw(`GET ${path} HTTP/1.1`, `Host: ${host}`, `Authorization: Bearer ${token}`, ...headers, 'Connection: close');

describe.each(apiRoutes(app))('%s', (path) => {
  test.each([
    'Origin: null',
    'Origin: http://127.0.0.1:1',
    `Origin: http://localhost:${new URL(origin).port}`,
    `Origin: https://${host}`,
    'Origin: https://drydock.example',
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Site: same-site',
    'Sec-Fetch-Site: none',
  ])('is refused with 403, token or not, for %s', async (header) => {
    expect(statusOf(await get(path, header))).toBe(403);
  });

  test('is refused with 403 when one origin of two is ours', async () => {
    expect(statusOf(await get(path, `Origin: ${origin}`, 'Origin: https://evil.test'))).toBe(403);
  });

  test('is answered for our own pages and for a client that is no browser', async () => {
    expect(statusOf(await get(path, `Origin: ${origin}`, 'Sec-Fetch-Site: same-origin'))).toBe(200);
    expect(statusOf(await get(path))).toBe(200);
  });
});

test('only what the widget loads may be read across origins', async () => {
  const shared = async (path: string) =>
    [...headersOf(await get(path, `Origin: ${origin}`)).keys()].filter((name) => name.startsWith('access-control-'));
  expect(await shared('/embed/compare.js')).toEqual(['access-control-allow-origin']);
  for (const path of [
    '/',
    '/account/',
    '/nowhere/',
    '/embed/compare/',
    '/embed/compare',
    '/embed/nothing.js',
    ...apiRoutes(app),
    '/api/nothing',
  ]) {
    expect(await shared(path), path).toEqual([]);
  }
});

test('a preflight is refused without a word on what is allowed', async () => {
  const answer = await raw(
    'OPTIONS /api/snapshot HTTP/1.1',
    `Host: ${host}`,
    'Origin: https://evil.test',
    'Access-Control-Request-Method: GET',
  );
  expect(statusOf(answer)).toBe(405);
  expect(answer.toLowerCase()).not.toContain('access-control-');
});
