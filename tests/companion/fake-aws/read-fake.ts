import type { Snapshot } from '../../../src/account/snapshot.ts';
import { clientsOf } from '../../../src/companion/reading/clients.ts';
import { paceOf } from '../../../src/companion/reading/pacing.ts';
import type { ReadingHooks, ReadingOptions } from '../../../src/companion/reading/read-account.ts';
import { readAccount } from '../../../src/companion/reading/read-account.ts';
import type { Circumstances, FakeAws } from './fake-aws.ts';
import { fakeAws } from './fake-aws.ts';
import { home } from './holdings.ts';

/** How long a second lasts where a test does not measure time: for companion and fake alike, so that their rates keep their ratio. */
export const quickSecond = 20;

/** Lets the AWS SDK see this and nothing of the machine that the test runs on. */
export function onlyFake(url: string): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'AKIAFAKE',
    AWS_SECRET_ACCESS_KEY: 'fake',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
}

/** What a reading of a fake gave. */
export interface FakeReading {
  readonly snapshot: Snapshot;
  readonly fake: FakeAws;
}

/** Starts a fake, reads it with the real clients of the SDK, and closes it. */
export async function readFake(
  circumstances: Circumstances,
  options: Partial<ReadingOptions> = {},
  hooks: Partial<ReadingHooks> = {},
): Promise<FakeReading> {
  const fake = await fakeAws({ second: quickSecond, ...circumstances });
  onlyFake(fake.url);
  try {
    const snapshot = await readAccount(
      {
        regions: [home],
        include: ['ecs', 'eks'],
        clientsOf: clientsOf({}),
        pace: paceOf({ second: circumstances.second ?? quickSecond }),
        ...options,
      },
      { onProgress: () => undefined, signal: new AbortController().signal, ...hooks },
    );
    return { snapshot, fake };
  } finally {
    await fake.close();
  }
}
