import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { apiRefusal } from './api-refusal.ts';
import { choiceQuery } from './choice.ts';
import { apiHeaders } from './headers.ts';
import { profileNames } from './profiles.ts';
import type { Session } from './session.ts';
import type { App } from './site-server.ts';
import { ndjson, tellSnapshot } from './tell-snapshot.ts';

/** What the pages of this server may ask of the companion, with the token of its start. */
export function accountApi(session: Session, token: string): App {
  const api: App = new Hono();

  api.use(async ({ env: { incoming }, json, header }, next) => {
    for (const [name, value] of Object.entries(apiHeaders)) header(name, value);
    const refused = apiRefusal(incoming.rawHeaders, incoming.socket.localPort ?? 0, token);
    if (refused !== undefined) return json({ error: refused.why }, refused.status);
    return next();
  });

  api.get('/connection', ({ json }) => json(session.connection()));

  api.get('/profiles', async ({ json }) => json({ profiles: await profileNames() }));

  api.get('/snapshot', (asked) => {
    const query = choiceQuery.safeParse(asked.req.queries());
    if (!query.success) return asked.json({ error: query.error.issues[0]?.message ?? 'This choice cannot be read.' }, 400);
    const choice = session.choose(query.data);
    if ('refused' in choice) return asked.json({ error: choice.refused }, 400);

    asked.header('Content-Type', ndjson);
    return stream(asked, async (out) => {
      const ending = new AbortController();
      out.onAbort(() => ending.abort());
      await tellSnapshot(session, choice, ending.signal, (line) => out.writeln(line));
    });
  });

  api.all('*', ({ json }) => json({ error: 'There is nothing here.' }, 404));
  return api;
}
