import { afterAll, describe, expect, test } from 'vitest';
import { carriesToken, newToken } from '../../src/companion/token.ts';
import { apiRoutes, startCompanion, statusOf } from '../companion/companion-server.ts';

const companion = await startCompanion();
afterAll(companion.close);
const { app, host, raw, token } = companion;

test('a token is 32 random bytes, another one at each start', () => {
  expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
  expect(new Set(Array.from({ length: 100 }, newToken)).size).toBe(100);
});

test('the token is compared as a whole: no part of it, and nothing around it, will do', () => {
  expect(carriesToken(`Bearer ${token}`, token)).toBe(true);
  for (const wrong of ['', 'Bearer ', `Bearer ${token.slice(0, -1)}`, `Bearer ${token}x`, ` Bearer ${token}`, `Basic ${token}`, token]) {
    expect(carriesToken(wrong, token), wrong).toBe(false);
  }
});

test('the routes are the three that pages use', () => {
  expect(apiRoutes(app)).toEqual(['/api/connection', '/api/profiles', '/api/snapshot']);
});

describe.each([...apiRoutes(app), '/api', '/api/', '/api/nothing', '/%61pi/connection'])('%s', (path) => {
  const get = (target: string, ...headers: string[]) => raw(`GET ${target} HTTP/1.1`, `Host: ${host}`, ...headers, 'Connection: close');
  const bearer = `Authorization: Bearer ${token}`;

  test.each([
    ['without it', path, []],
    ['in the query', `${path}?token=${token}&access_token=${token}`, []],
    ['in a cookie', path, [`Cookie: token=${token}; Authorization=Bearer ${token}`]],
    ['doubled', path, [bearer, bearer]],
    ['after another', path, ['Authorization: Bearer x', bearer]],
    ['in another header', path, [`X-Authorization: Bearer ${token}`, `Proxy-Authorization: Bearer ${token}`]],
    ['of another start', path, [`Authorization: Bearer ${newToken()}`]],
    ['in another scheme', path, [`Authorization: Basic ${Buffer.from(`token:${token}`).toString('base64')}`]],
  ] as const)('asks for the token: %s it answers 401', async (_, target, headers) => {
    expect(statusOf(await get(target, ...headers))).toBe(401);
  });

  test('answers with the token', async () => {
    expect([200, 404]).toContain(statusOf(await get(path, bearer)));
  });
});
