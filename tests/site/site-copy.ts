import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sources = ['src', 'diagrams', 'content', 'tests/conformance', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** A copy of the site's sources to change and build; it stands inside the repository, where it finds its packages. */
export function withSiteCopy<T>(name: string, use: (root: string) => T): T {
  const root = resolve('.cache/site-copies', name);
  rmSync(root, { recursive: true, force: true });
  try {
    for (const source of sources) cpSync(source, join(root, source), { recursive: true });
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Builds a copy; tells how that ended and what it said. */
export function buildCopy(root: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_ENV: 'production' },
  });
  return { status, said: stdout + stderr };
}
