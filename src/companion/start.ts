import { fileURLToPath } from 'node:url';
import { build, isFresh } from './fresh-build.ts';
import { listen } from './listen.ts';
import { openBrowser } from './open-browser.ts';
import { readStartOptions } from './options.ts';
import { siteServer } from './site-server.ts';

/** `npm start`: builds the site if its sources changed, serves it on the loopback and opens it. */
async function start(): Promise<void> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const options = readStartOptions(process.argv.slice(2));
  if (!(await isFresh(root))) await build(root);
  const app = await siteServer(`${root}dist`);
  const { origin } = await listen(app.fetch, options.port);
  console.log(`Drydock is at ${origin} (Ctrl-C ends it)`);
  if (options.open) openBrowser(origin);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
