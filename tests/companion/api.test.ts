import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { printSnapshot } from '../../src/account/snapshot.ts';
import type { Choice } from '../../src/companion/choice.ts';
import { namesIn, profileNames } from '../../src/companion/profiles.ts';
import { agreed, caller, startCompanion } from './companion-server.ts';

const started = async (...terms: Parameters<typeof startCompanion>) => {
  const companion = await startCompanion(...terms);
  onTestFinished(companion.close);
  return companion;
};

const linesOf = async (response: Response): Promise<readonly unknown[]> =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true }));

const progress = { what: 'services', region: 'eu-west-1', done: 120, found: 200, calls: 61 };

describe('GET /api/snapshot', () => {
  test('streams how far it is, and at the end the snapshot', async () => {
    const { ask } = await started({
      read: ({ regions }, { onProgress }) => {
        onProgress(progress);
        return Promise.resolve({ ...printSnapshot([]), regions });
      },
    });
    const response = await ask('/api/snapshot');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(await linesOf(response)).toEqual([
      { progress },
      { snapshot: expect.objectContaining({ schema: 'drydock.account-snapshot', version: 1, regions: ['eu-west-1'] }) },
    ]);
  });

  test('shows progress while the reading goes on', async () => {
    const { ask } = await started({ read: (_, { onProgress, signal }) => (onProgress(progress), never(signal)) });
    const reader = (await ask('/api/snapshot')).body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe(`${JSON.stringify({ progress })}\n`);
    await reader?.cancel();
  });

  test('ends with a sentence and the command that mends it when the reading fails in the middle, and with no snapshot', async () => {
    const { ask } = await started({
      read: (_, { onProgress }) => (onProgress(progress), Promise.reject(new Error('The login has expired: log in again.'))),
    });
    expect(await linesOf(await ask('/api/snapshot'))).toEqual([
      { progress },
      { error: 'The login has expired: log in again.', fix: 'aws sso login' },
    ]);
  });

  test('stops the reading when the page gives up', async () => {
    const stopped = Promise.withResolvers<string>();
    const { ask } = await started({
      read: (_, { onProgress, signal }) => {
        onProgress(progress);
        return never(signal).catch((error: unknown) => (stopped.resolve('stopped'), Promise.reject(error as Error)));
      },
    });
    const giveUp = new AbortController();
    const response = await ask('/api/snapshot', { signal: giveUp.signal });
    await response.body?.getReader().read();
    giveUp.abort();
    expect(await stopped.promise).toBe('stopped');
  });
});

describe('whose account is read', () => {
  test('after npm run connect: what was agreed to in the terminal, and no page can choose another', async () => {
    const read: Choice[] = [];
    const { ask } = await started({ read: (choice) => (read.push(choice), Promise.resolve(printSnapshot([]))) });
    expect(await (await ask('/api/connection')).json()).toEqual({ profile: 'shop', regions: ['eu-west-1'], caller, connected: true });
    await (await ask('/api/snapshot')).text();
    expect((await ask('/api/snapshot?region=us-east-1')).status).toBe(400);
    expect((await ask('/api/snapshot?profile=other')).status).toBe(400);
    expect(read).toEqual([agreed.choice]);
  });

  test('after npm start: nothing until a page chooses, then the same for every page', async () => {
    const read: Choice[] = [];
    const { ask } = await started({ read: (choice) => (read.push(choice), Promise.resolve({ ...printSnapshot([]), caller })) }, 'nobody');
    expect(await (await ask('/api/connection')).json()).toEqual({ profile: expect.any(String), regions: [], connected: false });
    const early = await ask('/api/snapshot');
    expect([early.status, await early.json()]).toEqual([400, { error: 'Choose a Region to read.' }]);

    await (await ask('/api/snapshot?region=eu-west-1&region=us-east-1&profile=shop')).text();
    expect(await (await ask('/api/connection')).json()).toEqual({
      profile: 'shop',
      regions: ['eu-west-1', 'us-east-1'],
      caller,
      connected: true,
    });
    await (await ask('/api/snapshot')).text();
    expect(read).toEqual(Array(2).fill({ profile: 'shop', regions: ['eu-west-1', 'us-east-1'] }));
  });

  test('after npm start: a choice that could not be read connects nothing', async () => {
    const { ask } = await started({ read: () => Promise.reject(new Error('No credentials.')) }, 'nobody');
    await (await ask('/api/snapshot?region=eu-west-1')).text();
    expect(await (await ask('/api/connection')).json()).toMatchObject({ connected: false });
  });

  test.each([
    ['region=eu-west-1.evil.test', '"eu-west-1.evil.test" is not a Region. Write it as in eu-west-1.'],
    ['region=', '"" is not a Region. Write it as in eu-west-1.'],
    ['region=eu-west-1&profile=a&profile=b', 'Choose one profile.'],
    ['region=eu-west-1&profile=%0A', '"\\n" cannot be the name of a profile.'],
    ['region=eu-west-1&endpoint=http://evil.test', 'Unrecognized key: "endpoint"'],
  ])('?%s is refused with a sentence', async (query, error) => {
    const { ask } = await started({}, 'nobody');
    const response = await ask(`/api/snapshot?${query}`);
    expect([response.status, await response.json()]).toEqual([400, { error }]);
  });
});

describe('the profiles', () => {
  const config =
    '[default]\nregion = eu-west-1\n[profile shop]\nsso_session = main\n[ profile "two words" ]\n[sso-session main]\n[services x]\n';
  const credentials = '[old]\naws_access_key_id = AKIASECRET\naws_secret_access_key = [hush]\n';

  test('are the names in the shared files of the AWS CLI, and nothing else of them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'drydock-aws-'));
    writeFileSync(join(folder, 'config'), config);
    writeFileSync(join(folder, 'credentials'), credentials);
    const env = { AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') };
    expect(await profileNames(env)).toEqual(['default', 'old', 'shop', 'two words']);
  });

  test('are none where there are no such files', async () => {
    expect(await profileNames({ AWS_CONFIG_FILE: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent' })).toEqual([]);
    expect(namesIn('')).toEqual([]);
  });
});
