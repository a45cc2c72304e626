import { afterAll, describe, expect, test } from 'vitest';
import { startCompanion, statusOf } from '../companion/companion-server.ts';

const companion = await startCompanion();
afterAll(companion.close);
const { host, raw, token } = companion;
const port = host.split(':')[1] ?? '';

describe.each(['/', '/embed/compare.js', '/nowhere/', '/api/connection', '/api/snapshot'])('%s', (path) => {
  const get = (...headers: string[]) => raw(`GET ${path} HTTP/1.1`, ...headers, `Authorization: Bearer ${token}`, 'Connection: close');

  test.each([
    ['another name', 'Host: evil.test'],
    ['another name with our port', `Host: evil.test:${port}`],
    ['our name without its port', 'Host: 127.0.0.1'],
    ['another port', 'Host: 127.0.0.1:1'],
    ['the loopback of IPv6', `Host: [::1]:${port}`],
    ['a name that begins as ours', `Host: localhost.evil.test:${port}`],
    ['nothing', 'Host:'],
  ])('is refused with 403 for %s', async (_, header) => {
    expect(statusOf(await get(header))).toBe(403);
  });

  test('is refused with 403 for two hosts, even if both are ours, and for none', async () => {
    expect(statusOf(await get(`Host: ${host}`, 'Host: evil.test'))).toBe(403);
    expect(statusOf(await get(`Host: ${host}`, `Host: ${host}`))).toBe(403);
    expect(statusOf(await get())).toBe(403);
  });

  test('is answered for 127.0.0.1 and for localhost', async () => {
    const expected = path === '/nowhere/' ? 404 : 200;
    expect(statusOf(await get(`Host: ${host}`))).toBe(expected);
    expect(statusOf(await get(`Host: localhost:${port}`))).toBe(expected);
  });
});

test('the host of an absolute address counts no more than any other', async () => {
  expect(statusOf(await raw(`GET http://${host}/ HTTP/1.1`, 'Host: evil.test'))).toBe(403);
  expect(statusOf(await raw('GET http://evil.test/ HTTP/1.1', `Host: ${host}`))).toBe(400);
});
