import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { above, impurePackages, layers, placeOf, pureFolders } from '../../src/tools/import-layers.ts';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s)?[^;'"]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Every import in a file's text: its target is a path from the root, or a package. */
const importsOf = (from: string, text: string): readonly Import[] =>
  [...text.matchAll(statement)].map(([, type, named, loaded]) => {
    const target = named ?? loaded ?? '';
    return { from, to: target.startsWith('.') ? join(dirname(from), target) : target, typeOnly: type !== undefined };
  });

const files = globSync(['src/**/*.{ts,tsx,astro}', 'diagrams/**/*.ts']);
const imports = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));

const upward = ({ from, to }: Import) => above(placeOf(from)?.layer ?? layers.length).some((folder) => to.startsWith(`${folder}/`));
const impure = ({ from, to, typeOnly }: Import) =>
  !typeOnly && impurePackages.test(to) && pureFolders.some((folder) => from.startsWith(`${folder}/`));

/** The part of a folder of parts (islands, diagrams) that a path belongs to. */
const partOf = (path: string) => /^(?:src\/islands|diagrams)\/[^/]+\//.exec(path)?.[0];
const sideways = ({ from, to }: Import) => {
  const [own, other] = [partOf(from), partOf(to)];
  return own !== undefined && other !== undefined && own !== other && placeOf(from)?.folder === placeOf(to)?.folder;
};

const told = (wrong: (one: Import) => boolean, all: readonly Import[] = imports) =>
  all.filter(wrong).map(({ from, to }) => `${from} imports ${to}`);

test('every folder of the code has its layer', () => {
  expect(files.filter((file) => placeOf(file) === undefined && !/^src\/[^/]+$/.test(file))).toEqual([]);
});

test('imports point one way, from the outer folders to the inner ones', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(told(upward)).toEqual([]);
});

test('the pure folders import no React, Astro, Node or SDK at run time', () => {
  expect(told(impure)).toEqual([]);
});

test('no island imports another island and no diagram another diagram', () => {
  expect(told(sideways)).toEqual([]);
});

test('an import against the rule is found', () => {
  const bad = importsOf(
    'src/model/x.ts',
    "import { a } from '../simulation/engine/run.ts';\nimport { useState } from 'react';\nimport type { B } from 'react';",
  );
  expect(told(upward, bad)).toEqual(['src/model/x.ts imports src/simulation/engine/run.ts']);
  expect(told(impure, bad)).toEqual(['src/model/x.ts imports react']);
  expect(told(sideways, importsOf('src/islands/a/x.ts', "const b = await import('../b/y.ts');"))).toEqual([
    'src/islands/a/x.ts imports src/islands/b/y.ts',
  ]);
});
