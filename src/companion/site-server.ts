import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { headersFor, plainHeaders } from './headers.ts';
import { siteFiles } from './site-files.ts';

/** A server of ours, or a part of one. */
export type App = Hono<{ Bindings: HttpBindings }>;

/** Serves a built site with strict headers on every answer, and what the companion adds under `/api`. */
export async function siteServer(root: string, api?: App): Promise<App> {
  const find = await siteFiles(root);
  const app: App = new Hono();
  if (api !== undefined) app.route('/api', api);

  app.get('*', async (asked) => {
    const { path } = asked.req;
    const found = await find(path);
    if (found !== undefined && 'moved' in found) return asked.body(null, 301, { ...plainHeaders, Location: found.moved });

    const file = found?.file ?? join(root, '404.html');
    const content = await readFile(file);
    const html = file.endsWith('.html') ? content.toString('utf8') : undefined;
    return asked.body(new Uint8Array(content), found === undefined ? 404 : 200, {
      ...headersFor(found === undefined ? '/404.html' : path, html),
      'Content-Type': getMimeType(file) ?? 'application/octet-stream',
    });
  });
  app.onError((error, asked) => asked.text(`This page could not be read: ${error.message}.\n`, 500, plainHeaders));
  return app;
}
