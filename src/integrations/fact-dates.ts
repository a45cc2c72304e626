import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'zod';
import { factAges } from '../model/fact-age.ts';
import type { Dated } from '../model/fact-age.ts';
import { readYaml } from './yaml-modules.ts';

const folders = ['content/facts/', 'content/states/'];

const datedThing = z.object({ checked: z.string() });
const namedRow = z.object({ id: z.string() });
const branches = z.record(z.string(), z.unknown());

/** Whatever is dated in the data of a file whose own schema has checked it, by the ids that authors use. */
export function datedIn(file: string, data: unknown, id: readonly string[]): readonly Dated[] {
  const dated = datedThing.safeParse(data);
  if (dated.success) return [{ file, id: id.join('.'), checked: dated.data.checked }];
  if (Array.isArray(data)) return data.flatMap((row: unknown) => datedIn(file, row, [namedRow.safeParse(row).data?.id ?? '']));
  return Object.entries(branches.safeParse(data).data ?? {}).flatMap(([key, value]) => datedIn(file, value, [...id, key]));
}

/** What the files of a folder date. */
async function datedUnder(root: string, folder: string): Promise<readonly Dated[]> {
  const names = (await readdir(`${root}${folder}`)).filter((name) => name.endsWith('.yaml'));
  const files = names.map(async (name) =>
    datedIn(`${folder}${name}`, await readYaml(`${root}${folder}${name}`), [basename(name, '.yaml')]),
  );
  return (await Promise.all(files)).flat();
}

/** Warns of facts and explanations that are due to be checked again, and stops the build when one is too old. */
export function factDates(): AstroIntegration {
  let root = '';
  return {
    name: 'drydock-fact-dates',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': async ({ logger }) => {
        const dated = (await Promise.all(folders.map((folder) => datedUnder(root, folder)))).flat();
        const { due, expired } = factAges(dated, new Date().toISOString().slice(0, 'yyyy-mm-dd'.length));
        for (const sentence of due) logger.warn(sentence);
        if (expired.length > 0) throw new Error(expired.join('\n'));
      },
    },
  };
}
