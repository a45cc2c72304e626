import type { Connection, Failure, Progress } from '../account/companion-line.ts';
import { connection, profileList, readLine } from '../account/companion-line.ts';
import { linesOf } from './lines.ts';

/** Whose account is to be read, and where, when the reader says so on the page. */
export interface Choice {
  readonly profile?: string | undefined;
  readonly regions: readonly string[];
}

/** How a reading ended: a line with the snapshot, or why there is none. `gone` when no companion answers. */
export type Answer = { readonly snapshot: Blob } | { readonly failure: Failure } | { readonly gone: true };

/** What the page may ask of its companion. */
export interface CompanionLink {
  readonly connection: () => Promise<Connection | Exclude<Answer, { snapshot: Blob }>>;
  readonly profiles: () => Promise<readonly string[]>;
  readonly read: (choice: Choice | undefined, onProgress: (progress: Progress) => void, signal: AbortSignal) => Promise<Answer>;
}

/** A line longer than this holds the snapshot; it is parsed beside the page. */
const LONG = 60_000;

/** The companion that served this page, asked with the token of its start. */
export function companionLink(token: string): CompanionLink {
  const ask = (path: string, signal?: AbortSignal): Promise<Response> =>
    fetch(path, { headers: { Authorization: `Bearer ${token}` }, cache: 'no-store', credentials: 'omit', signal: signal ?? null });
  return {
    connection: async () => {
      try {
        const response = await ask('/api/connection');
        if (!response.ok) return await refused(response);
        const read = connection.safeParse(await response.json());
        return read.success
          ? read.data
          : { failure: { error: 'The companion is of another version than this page; build the site again and restart it.' } };
      } catch {
        return { gone: true };
      }
    },
    profiles: async () => {
      try {
        const response = await ask('/api/profiles');
        const read = profileList.safeParse(response.ok ? await response.json() : undefined);
        return read.success ? read.data.profiles : [];
      } catch {
        return []; // the reader can type the name
      }
    },
    read: async (choice, onProgress, signal) => {
      try {
        const response = await ask(`/api/snapshot${queryOf(choice)}`, signal);
        if (!response.ok || response.body === null) return await refused(response);
        for await (const line of linesOf(response.body)) {
          if (line.size > LONG) return { snapshot: line };
          const said = readLine(await line.text());
          if ('snapshot' in said) return { snapshot: line };
          if ('error' in said) return { failure: said };
          onProgress(said.progress);
        }
        return { gone: true }; // the answer broke off
      } catch (error) {
        if (signal.aborted) throw error;
        return { gone: true };
      }
    },
  };
}

/** A refusal is one line, as an error in the middle of a reading is; what no companion of ours says, such as a 404 of a host, is none. */
async function refused(response: Response): Promise<Exclude<Answer, { snapshot: Blob }>> {
  const said = readLine(await response.text());
  return 'error' in said && response.headers.get('content-type')?.includes('json') === true ? { failure: said } : { gone: true };
}

function queryOf(choice: Choice | undefined): string {
  if (choice === undefined) return '';
  const query = new URLSearchParams(choice.regions.map((region) => ['region', region]));
  if (choice.profile !== undefined && choice.profile !== '') query.set('profile', choice.profile);
  return `?${query.toString()}`;
}
