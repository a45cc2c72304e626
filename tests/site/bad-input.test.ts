import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const lesson = (frontMatter: string, body: string) => `---\n${frontMatter}\n---\n\n${body}\n`;

/** Builds a copy of the site whose only lesson is the given one. It stands inside the repository, so that it finds its packages. */
function buildWith(name: string, text: string): { readonly status: number | null; readonly said: string } {
  const root = join('.cache', 'bad-input', name);
  rmSync(root, { recursive: true, force: true });
  for (const path of ['src', 'diagrams', 'content', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(path, join(root, path), { recursive: true });
  rmSync(join(root, 'content/docs'), { recursive: true });
  for (const folder of ['start', 'ecs', 'eks', 'compare', 'tutorials']) mkdirSync(join(root, 'content/docs', folder), { recursive: true });
  writeFileSync(join(root, 'content/docs/diagrams.mdx'), lesson('title: Diagrams', 'None.'));
  writeFileSync(join(root, 'content/docs/ecs/broken.mdx'), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['../../../node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  });
  rmSync(root, { recursive: true });
  return { status, said: stdout + stderr };
}

test('an unknown diagram id stops the build with the name of the page', () => {
  const { status, said } = buildWith('diagram', lesson('title: Broken', '<Diagram id="no-such-diagram" />'));
  expect(status).not.toBe(0);
  expect(said).toContain('no-such-diagram');
  expect(said).toContain('/ecs/broken/');
});

test('bad front matter stops the build with the name of the file', () => {
  const { status, said } = buildWith('front-matter', lesson('titel: Broken', 'A lesson without a title.'));
  expect(status).not.toBe(0);
  expect(said).toContain('broken.mdx');
  expect(said).toContain('title');
});
