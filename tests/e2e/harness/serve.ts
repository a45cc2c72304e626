import type { TestProject } from 'vitest/node';
import { listen } from '../../../src/companion/listen.ts';
import { siteServer } from '../../../src/companion/site-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served. */
    origin: string;
  }
}

/** Serves the built site on a free port while the browser tests run. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const app = await siteServer('dist');
  const { origin, close } = await listen(app.fetch, 0);
  project.provide('origin', origin);
  return close;
}
