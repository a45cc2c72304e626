import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'zod';
import { factAges } from '../model/fact-age.ts';
import type { Dated } from '../model/fact-age.ts';
import { readYaml } from './yaml-modules.ts';

const folder = 'content/facts/';

/** The two shapes of a file of facts, of which only the dates matter here; its own schema has checked the rest. */
const rows = z.array(z.object({ id: z.string(), checked: z.string() }));
const facts = z.record(z.string(), z.object({ checked: z.string() }));

/** What a file of `content/facts/` dates, by the ids that pages use. */
async function datedIn(root: string, name: string): Promise<readonly Dated[]> {
  const file = `${folder}${name}`;
  const data = await readYaml(`${root}${file}`);
  if (Array.isArray(data)) return rows.parse(data).map(({ id, checked }) => ({ file, id, checked }));
  return Object.entries(facts.parse(data)).map(([key, { checked }]) => ({ file, id: `${basename(name, '.yaml')}.${key}`, checked }));
}

/** Warns of facts that are due to be checked again, and stops the build when one is too old. */
export function factDates(): AstroIntegration {
  let root = '';
  return {
    name: 'drydock-fact-dates',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': async ({ logger }) => {
        const names = (await readdir(`${root}${folder}`)).filter((name) => name.endsWith('.yaml'));
        const dated = (await Promise.all(names.map((name) => datedIn(root, name)))).flat();
        const { due, expired } = factAges(dated, new Date().toISOString().slice(0, 'yyyy-mm-dd'.length));
        for (const sentence of due) logger.warn(sentence);
        if (expired.length > 0) throw new Error(expired.join('\n'));
      },
    },
  };
}
