import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { yamlModules } from './yaml-modules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles `src/embed/compare.ts` into one script that a foreign page can load. */
export async function embedCode(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [yamlModules()],
    build: {
      write: false,
      target: ['chrome123', 'firefox120', 'safari17.5'],
      lib: { entry: 'src/embed/compare.ts', formats: ['es'], fileName: 'compare' },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('The widget was not built: src/embed/compare.ts gave no output.');
  return output.output[0].code;
}

/** Puts the widget at `/embed/compare.js`, a name that stays the same, in the built site and in development. */
export const embedBuild = (): AstroIntegration => ({
  name: 'drydock-embed-build',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = new URL('embed/', dir);
      await mkdir(folder, { recursive: true });
      await writeFile(new URL('compare.js', folder), await embedCode());
    },
    'astro:server:setup': ({ server }) => {
      server.middlewares.use('/embed/compare.js', (_request, response, next) => {
        embedCode().then((code) => {
          response.writeHead(200, { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' });
          response.end(code);
        }, next);
      });
    },
  },
});
