import { expect, test } from 'vitest';
import { printSnapshot } from '../../src/account/snapshot.ts';
import { accountSession } from '../../src/companion/session.ts';
import { emptyAccount } from './companion-server.ts';

test('reads for one page at a time, and not at all for one that gave up while it waited', async () => {
  const begun: string[] = [];
  const first = Promise.withResolvers<undefined>();
  const session = accountSession({
    ...emptyAccount,
    read: async ({ regions }) => {
      begun.push(regions.join());
      await first.promise;
      return { ...printSnapshot([]), regions };
    },
  });
  const read = (region: string, signal = new AbortController().signal) =>
    session.read({ regions: [region] }, { onProgress: () => undefined, signal });

  const giveUp = new AbortController();
  const readings = [read('eu-west-1'), read('eu-west-2', giveUp.signal), read('eu-west-3')];
  expect(begun).toEqual(['eu-west-1']);
  giveUp.abort();
  await expect(readings[1]).rejects.toThrow(/abort/i);
  first.resolve(undefined);
  await Promise.all([readings[0], readings[2]]);
  expect(begun).toEqual(['eu-west-1', 'eu-west-3']);
});
