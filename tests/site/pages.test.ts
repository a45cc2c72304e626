import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentPolicy } from '../../src/companion/content-policy.ts';
import { builtPages, pageText } from './built-pages.ts';

const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

const anchors = new Map(builtPages.map((path) => [path, new Set(attributes(pageText(path), 'id'))]));
const files = new Set(globSync('**/*.*', { cwd: 'dist' }).map((file) => `/${file}`));

/** Whether a link of a page leads to a page, a place in it or a file of the site. */
function leadsSomewhere(from: string, link: string): boolean {
  const { pathname, hash } = new URL(link, `http://site${from}`);
  const ids = anchors.get(pathname);
  return ids === undefined ? files.has(pathname) : hash === '' || ids.has(decodeURIComponent(hash.slice(1)));
}

describe.each(builtPages)('%s', (path) => {
  const html = pageText(path);

  test('links only to what is there', () => {
    const links = attributes(html, 'href').filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !leadsSomewhere(path, link))).toEqual([]);
  });

  test('carries a policy that allows its own inline scripts and nothing else', () => {
    const [policy] = /(?<=http-equiv="content-security-policy" content=")[^"]*/.exec(html) ?? [];
    expect(policy).toBe(contentPolicy(html));
  });

  test('loads nothing from another origin', () => {
    const loaded = [
      ...html.matchAll(/<(?:script|img|iframe|source|link(?![^>]*rel="(?:canonical|alternate)"))\b[^>]*?\s(?:src|href)="([^"]*)"/g),
    ];
    expect(loaded.map(([, address = '']) => address).filter((address) => /^(?:https?:)?\/\//.test(address))).toEqual([]);
  });
});

test('every route that others rely on is there', () => {
  const routes = [
    '/',
    '/start/how-to-read/',
    '/ecs/architecture/',
    '/eks/architecture/',
    '/compare/overview/',
    '/tutorials/first-service/',
    '/diagrams/',
    '/embed/compare/',
  ];
  expect(routes.filter((route) => !builtPages.includes(route))).toEqual([]);
  expect(files).toContain('/embed/compare.js');
});

test('the gallery prints the id of every diagram', () => {
  const gallery = pageText('/diagrams/');
  const ids = globSync('diagrams/*/diagram.yaml').map((file) => file.split('/')[1] ?? '');
  expect(ids.filter((id) => !gallery.includes(`<code>${id}</code>`))).toEqual([]);
});

test('the generated sidebar holds every lesson of the top-level content folder', () => {
  const [sidebar = ''] = /<nav class="sidebar[\s\S]*?<\/nav>/.exec(pageText('/start/how-to-read/')) ?? [];
  const lessons = globSync('content/docs/*/*.mdx').map((file) => `/${file.slice('content/docs/'.length, -'.mdx'.length)}/`);
  expect(lessons.length).toBeGreaterThan(3);
  expect(lessons.filter((lesson) => !sidebar.includes(`href="${lesson}"`))).toEqual([]);
});

test('there is no AWS SDK, no signing and no field for a key in what readers get', () => {
  const traces = /@aws-sdk|@smithy|x-amz-(?:date|security-token)|AWS4-HMAC|secretAccessKey|type="?password/i;
  const found = globSync('**/*.{js,html,json}', { cwd: 'dist' }).filter((file) => traces.test(readFileSync(join('dist', file), 'utf8')));
  expect(found).toEqual([]);
});

test('the headers file forbids framing of every page but the widget', () => {
  const rules = readFileSync('public/_headers', 'utf8').split(/\n(?=\/)/);
  const framed = rules.filter((rule) => rule.includes("frame-ancestors 'none'")).map((rule) => rule.split('\n')[0]?.trim() ?? '');
  const covered = (path: string) => framed.some((rule) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule));
  expect(builtPages.filter((path) => path !== '/404.html' && !covered(path))).toEqual(['/embed/compare/']);
  expect(rules.find((rule) => rule.startsWith('/embed/*'))).toContain('Access-Control-Allow-Origin: *');
});
