import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { recordOf, sourceHash } from '../companion/fresh-build.ts';

/** Records what a finished build was built from, so that `npm start` builds only when the sources changed. */
export function buildRecord(): AstroIntegration {
  let root = '';
  let hash = '';
  return {
    name: 'drydock-build-record',
    hooks: {
      'astro:config:setup': async ({ command, config }) => {
        root = fileURLToPath(config.root);
        if (command !== 'build') return;
        await rm(recordOf(root), { force: true });
        hash = await sourceHash(root);
      },
      'astro:build:done': async () => {
        await mkdir(dirname(recordOf(root)), { recursive: true });
        await writeFile(recordOf(root), hash);
      },
    },
  };
}
