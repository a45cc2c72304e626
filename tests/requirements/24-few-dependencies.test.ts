import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { z } from 'zod';

const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

/** The packages that the companion loads, itself and by way of the account's own modules. */
const loaded = [
  ...new Set(
    globSync('src/{companion,account}/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)[^;]*? from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm)].map(
        ([, named, onUse = '']) => packageOf(named ?? onUse),
      ),
    ),
  ),
].filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));

test('the companion runs on these packages alone', () => {
  expect(loaded.filter((name) => !name.startsWith('@aws-sdk/client-')).sort()).toEqual([
    '@clack/prompts',
    '@hono/node-server',
    'hono',
    'p-queue',
    'yaml',
    'zod',
  ]);
  expect(loaded.filter((name) => name.startsWith('@aws-sdk/'))).toHaveLength(10);
});

test('each of them is named for run time, in one exact version', () => {
  for (const name of loaded) expect(manifest.dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
});

test('installing Drydock runs no script of its own', () => {
  const hooks = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare', 'prepublish'];
  expect(hooks.filter((hook) => hook in manifest.scripts)).toEqual([]);
});
