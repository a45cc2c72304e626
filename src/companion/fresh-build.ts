import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const sources = ['content', 'diagrams', 'public', 'src']
  .map((folder) => `${folder}/**/*.*`)
  .concat('astro.config.mjs', 'package-lock.json');

/** Where a build keeps the hash of what it was built from. */
export const recordOf = (root: string): string => join(root, '.cache/built-from');

/** One hash over all that the site is built from. */
export async function sourceHash(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: root })) files.push(file);
  for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(join(root, file)));
  return hash.digest('hex');
}

/** Tells whether the built site is that of the sources as they stand. */
export async function isFresh(root: string): Promise<boolean> {
  if (!existsSync(join(root, 'dist/index.html')) || !existsSync(recordOf(root))) return false;
  return (await readFile(recordOf(root), 'utf8')) === (await sourceHash(root));
}

/** Builds the site in a process of its own and shows what it says. */
export const build = (root: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const builder = spawn(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
      cwd: root,
      // Standard output belongs to what the command prints.
      stdio: ['inherit', process.stderr, 'inherit'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    builder.on('error', reject);
    builder.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The site could not be built; the lines above say why.'))));
  });
