import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { printSnapshot } from '../../src/account/snapshot.ts';
import type { AccountReader } from '../../src/companion/account-reader.ts';
import { accountApi } from '../../src/companion/api.ts';
import type { Terms } from '../../src/companion/listen.ts';
import { listen } from '../../src/companion/listen.ts';
import type { Agreed } from '../../src/companion/session.ts';
import { accountSession } from '../../src/companion/session.ts';
import type { App } from '../../src/companion/site-server.ts';
import { siteServer } from '../../src/companion/site-server.ts';
import { newToken } from '../../src/companion/token.ts';

/** Who is asking, in these tests. */
export const caller = { account: '111122223333', arn: 'arn:aws:iam::111122223333:user/reader' };

/** What was agreed to in the terminal, in these tests. */
export const agreed: Agreed = { choice: { profile: 'shop', regions: ['eu-west-1'] }, caller };

/** A reader of an account that is empty; a test replaces what it is about. */
export const emptyAccount: AccountReader = {
  regionOf: () => Promise.resolve(undefined),
  identify: () => Promise.resolve(caller),
  read: ({ regions }) => Promise.resolve({ ...printSnapshot([]), regions, caller }),
  explain: (error) => ({ sentence: error instanceof Error ? error.message : String(error), fix: 'aws sso login' }),
};

const root = mkdtempSync(join(tmpdir(), 'drydock-companion-'));
for (const [path, text] of Object.entries({
  'index.html': '<script>run()</script>',
  '404.html': 'nothing here',
  'account/index.html': 'account page',
  'embed/compare.js': 'widget',
  'embed/compare/index.html': 'framed',
})) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A companion that listens, for a test to ask. */
export interface Companion {
  readonly origin: string;
  readonly host: string;
  readonly token: string;
  readonly app: App;
  /** Sends lines of HTTP as they stand and gives the whole answer as it came. */
  readonly raw: (...lines: readonly string[]) => Promise<string>;
  /** Asks with the token. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Starts the companion's server over a small site of its own. */
export async function startCompanion(
  reader: Partial<AccountReader> = {},
  by: Agreed | 'nobody' = agreed,
  terms: Terms = {},
): Promise<Companion> {
  const token = newToken();
  const app = await siteServer(root, accountApi(accountSession({ ...emptyAccount, ...reader }, by === 'nobody' ? undefined : by), token));
  const { origin, close } = await listen(app.fetch, 0, terms);
  const { host, port } = new URL(origin);
  return {
    origin,
    host,
    token,
    app,
    close,
    ask: (path, init = {}) => fetch(`${origin}${path}`, { ...init, headers: { Authorization: `Bearer ${token}` } }),
    raw: (...lines) =>
      new Promise((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
        let answer = '';
        socket.on('data', (data) => (answer += data.toString()));
        socket.on('close', () => resolve(answer));
        socket.on('error', reject);
      }),
  };
}

/** The status of an answer as it came. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** The headers of an answer as it came, by name in lower case. */
export const headersOf = (answer: string): ReadonlyMap<string, string> =>
  new Map(
    (answer.split('\r\n\r\n')[0] ?? '')
      .split('\r\n')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );

/** Every route under `/api` that a server has. */
export const apiRoutes = (app: App): readonly string[] => [
  ...new Set(app.routes.map(({ path }) => path).filter((path) => path.startsWith('/api/') && !path.includes('*'))),
];
