import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { headersFor } from './headers.ts';
import { isOwnHost } from './own-host.ts';
import { siteFiles } from './site-files.ts';

type Asked = Context<{ Bindings: HttpBindings }>;

/** Why a request is refused before anything is looked up, if it is. */
function refusal({ req, env: { incoming } }: Asked): { readonly status: 403 | 405; readonly why: string } | undefined {
  if (!isOwnHost(incoming.rawHeaders, incoming.socket.localPort ?? 0)) {
    return { status: 403, why: 'This server answers to its own address only.' };
  }
  if (req.method !== 'GET' && req.method !== 'HEAD') return { status: 405, why: 'This server can only be read.' };
  return undefined;
}

/** Serves a built site on the loopback: to be read only, by its own address only, with strict headers on every answer. */
export async function siteServer(root: string): Promise<Hono<{ Bindings: HttpBindings }>> {
  const find = await siteFiles(root);
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.all('*', async (asked) => {
    const { path } = asked.req;
    const refused = refusal(asked);
    if (refused !== undefined) return asked.text(`${refused.why}\n`, refused.status, headersFor(path));

    const found = await find(path);
    if (found !== undefined && 'moved' in found) return asked.body(null, 301, { ...headersFor(path), Location: found.moved });

    const file = found?.file ?? join(root, '404.html');
    const content = await readFile(file);
    const html = file.endsWith('.html') ? content.toString('utf8') : undefined;
    return asked.body(new Uint8Array(content), found === undefined ? 404 : 200, {
      ...headersFor(path, html),
      'Content-Type': getMimeType(file) ?? 'application/octet-stream',
    });
  });
  return app;
}
