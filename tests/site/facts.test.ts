import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { facts } from '../../src/compare/content.ts';
import { glossary } from '../../src/components/glossary/terms.ts';
import { pageText } from './built-pages.ts';
import { buildCopy, withSiteCopy } from './site-copy.ts';

/** A day so many days ago. */
const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Builds the site with the facts of Cloud Map checked on another day. */
const buildChecked = (name: string, checked: string) =>
  withSiteCopy(name, (root) => {
    const file = join(root, 'content/facts/cloud-map.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/checked: .*/g, `checked: ${checked}`));
    return buildCopy(root);
  });

test('the page of facts has every fact', () => {
  const page = pageText('/facts/');
  expect([...facts.keys()].filter((id) => !page.includes(`id="fact-${id}"`))).toEqual([]);
});

test('the glossary has every term', () => {
  const page = pageText('/glossary/');
  expect([...glossary.keys()].filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
});

test('a page without a marked term loads no script for them', () => {
  expect(pageText('/ecs/architecture/')).toContain('<drydock-term');
  expect(pageText('/facts/')).not.toContain('drydock-term');
});

test('a fact that is due lets the build pass with a warning that names it', () => {
  const { status, said } = buildChecked('due-fact', ago(200));
  expect(said).toMatch(/WARN.*content\/facts\/cloud-map\.yaml: "cloud-map\.answer-size" was checked on .*, 200 days ago/);
  expect(status).toBe(0);
});

test('a fact that nobody checked for a year stops the build with its file and its id', () => {
  const { status, said } = buildChecked('expired-fact', ago(400));
  expect(said).toMatch(/content\/facts\/cloud-map\.yaml: "cloud-map\.answer-size" was checked on .*, 400 days ago/);
  expect(status).not.toBe(0);
});
