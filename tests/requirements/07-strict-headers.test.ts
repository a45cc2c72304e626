import { afterAll, describe, expect, test } from 'vitest';
import { apiRoutes, headersOf, startCompanion } from '../companion/companion-server.ts';

const companion = await startCompanion();
afterAll(companion.close);
const { app, host, raw, token } = companion;

const ours = [`Host: ${host}`, `Authorization: Bearer ${token}`, 'Connection: close'];
const policyOf = (answer: string): readonly string[] => (headersOf(answer).get('content-security-policy') ?? '').split('; ');
const strict = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];

const requests: readonly (readonly [string, readonly string[]])[] = [
  ...['/', '/account/', '/nowhere/', '/account', '/api', '/api/nothing', ...apiRoutes(app)].map(
    (path) => [path, [`GET ${path} HTTP/1.1`, ...ours]] as const,
  ),
  ['/api/snapshot that cannot be read', ['GET /api/snapshot?region=x HTTP/1.1', ...ours]],
  ['an answer 400', ['GET / HTTP/1.1', ...ours, 'Content-Length: 1']],
  ['an answer 400 to what is no HTTP', ['hello']],
  ['an answer 401', ['GET /api/snapshot HTTP/1.1', `Host: ${host}`, 'Connection: close']],
  ['an answer 403', ['GET / HTTP/1.1', 'Host: evil.test']],
  ['an answer 403 to the widget', ['GET /embed/compare.js HTTP/1.1', 'Host: evil.test']],
  ['an answer 405', ['POST / HTTP/1.1', ...ours]],
  ['an answer 431', ['GET / HTTP/1.1', ...ours, `X-Long: ${'x'.repeat(9_000)}`]],
];

test.each(requests)('%s carries the strict headers', async (_, lines) => {
  const answer = await raw(...lines);
  const headers = headersOf(answer);
  expect(policyOf(answer)).toEqual(expect.arrayContaining([...strict, "frame-ancestors 'none'"]));
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.has('x-powered-by')).toBe(false);
});

test('a page may connect to its own server alone and run no script that is not its own', async () => {
  const policy = policyOf(await raw('GET / HTTP/1.1', ...ours));
  expect(policy).toContain("connect-src 'self'");
  expect(policy.find((rule) => rule.startsWith('script-src '))).toMatch(/^script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'$/);
});

test('the page of the widget alone may be framed', async () => {
  const policy = policyOf(await raw('GET /embed/compare/ HTTP/1.1', ...ours));
  expect(policy).toEqual(expect.arrayContaining(strict));
  expect(policy.some((rule) => rule.startsWith('frame-ancestors'))).toBe(false);
});

describe('what is said of an account', () => {
  test.each([...apiRoutes(app), '/api/nothing'])('%s is kept by nobody', async (path) => {
    expect(headersOf(await raw(`GET ${path} HTTP/1.1`, ...ours)).get('cache-control')).toBe('no-store');
    expect(headersOf(await raw(`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close')).get('cache-control')).toBe('no-store');
  });
});
