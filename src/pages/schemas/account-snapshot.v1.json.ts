import type { APIRoute } from 'astro';
import { snapshotJsonSchema } from '../../account/snapshot-schema.ts';

/** The JSON Schema of account files, for whoever makes or checks one without Drydock. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(snapshotJsonSchema(), undefined, 2), { headers: { 'content-type': 'application/schema+json' } });
