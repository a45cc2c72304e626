import { fileURLToPath } from 'node:url';
import { accountApi } from './api.ts';
import { build, isFresh } from './fresh-build.ts';
import { idleWatch } from './idle.ts';
import { listen } from './listen.ts';
import { openBrowser } from './open-browser.ts';
import type { Serving } from './options.ts';
import type { Session } from './session.ts';
import { siteServer } from './site-server.ts';
import { newToken } from './token.ts';

const idleMinutes = 30;

/** Where a server can be opened: its site, and the page that may ask for the account. */
export interface Addresses {
  readonly origin: string;
  readonly account: string;
}

/** Serves the built site and the account until the signal or half an hour in which nobody asks for anything. */
export async function serve(
  session: Session,
  { port, open }: Serving,
  signal: AbortSignal,
  announce: (addresses: Addresses) => { readonly opens: string },
): Promise<void> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  if (!(await isFresh(root))) await build(root);
  const token = newToken();
  const app = await siteServer(`${root}dist`, accountApi(session, token));

  const idle = new AbortController();
  const watch = idleWatch(idleMinutes, () => idle.abort());
  const { origin, close } = await listen(app.fetch, port, { idle: watch });
  // The token stands behind the #, so that no server and no log ever sees it.
  const { opens } = announce({ origin, account: `${origin}/account/#token=${token}` });
  if (open) openBrowser(opens);

  const end = AbortSignal.any([signal, idle.signal]);
  await new Promise<void>((ended) => (end.aborted ? ended() : end.addEventListener('abort', () => ended(), { once: true })));
  await close();
  if (idle.signal.aborted) console.error(`Ended after ${idleMinutes} minutes without a request.`);
}
