import { afterAll, describe, expect, test } from 'vitest';
import { headersOf, startCompanion, statusOf } from '../companion/companion-server.ts';

const companion = await startCompanion();
afterAll(companion.close);
const { host, raw, token } = companion;

const send = (method: string, path: string, ...headers: string[]) =>
  raw(`${method} ${path} HTTP/1.1`, `Host: ${host}`, `Authorization: Bearer ${token}`, ...headers, 'Connection: close');

describe.each(['/', '/embed/compare.js', '/api/connection', '/api/snapshot'])('%s', (path) => {
  test.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND'])(
    'answers %s with 405 and names GET',
    async (method) => {
      const answer = await send(method, path);
      expect([statusOf(answer), headersOf(answer).get('allow')]).toEqual([405, 'GET']);
    },
  );

  test('refuses a body, however it comes', async () => {
    expect(statusOf(await send('GET', path, 'Content-Length: 2'))).toBe(400);
    expect(statusOf(await send('GET', path, 'Transfer-Encoding: chunked'))).toBe(400);
    expect(statusOf(await send('GET', path, 'Content-Length: 2', 'Expect: 100-continue'))).toBe(400);
    expect(statusOf(await send('GET', path, 'Expect: something'))).toBe(400);
  });

  test('refuses long headers and a long address', async () => {
    expect(statusOf(await send('GET', path, `X-Long: ${'x'.repeat(9_000)}`))).toBe(431);
    expect(statusOf(await send('GET', `${path}?${'x'.repeat(9_000)}`))).toBe(431);
  });

  test('sets no cookie', async () => {
    expect(headersOf(await send('GET', path, 'Cookie: of-another-server=1')).has('set-cookie')).toBe(false);
  });
});

test('what is no HTTP gets 400', async () => {
  expect(statusOf(await raw('hello'))).toBe(400);
});
