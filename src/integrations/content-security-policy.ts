import { glob, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentPolicy } from '../companion/content-policy.ts';

/**
 * Writes a content security policy into each built page, with the hashes of its inline scripts.
 * Astro's own policy does not hash Starlight's scripts, so it would break its pages.
 */
export const contentSecurityPolicy = (): AstroIntegration => ({
  name: 'drydock-content-security-policy',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      for await (const file of glob(`${fileURLToPath(dir)}**/*.html`)) {
        const html = await readFile(file, 'utf8');
        const policy = `<meta http-equiv="content-security-policy" content="${contentPolicy(html)}">`;
        await writeFile(file, html.replace('<head>', `<head>${policy}`));
      }
    },
  },
});
