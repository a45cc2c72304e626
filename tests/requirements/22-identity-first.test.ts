import { afterAll, describe, expect, test } from 'vitest';
import { operations } from '../../src/account/operations.ts';
import { agree } from '../../src/companion/agree.ts';
import type { ReadingOptions } from '../../src/companion/options.ts';
import type { Terminal } from '../../src/companion/terminal.ts';
import { caller, emptyAccount } from '../companion/companion-server.ts';
import { fakeAws } from '../companion/fake-aws/fake-aws.ts';
import { runCli, withAws } from '../companion/run-cli.ts';

const options: ReadingOptions = { choice: { profile: 'shop', regions: ['eu-west-1', 'us-east-1'] }, include: ['ecs', 'eks'], yes: false };

/** A terminal that answers as a test says, and keeps what it was told. */
function terminal({ interactive = true, agrees = true, region }: { interactive?: boolean; agrees?: boolean; region?: string } = {}) {
  const said: string[] = [];
  const own: Terminal = {
    interactive,
    say: (line) => said.push(line),
    confirm: (question) => (said.push(question), Promise.resolve(agrees)),
    askRegion: (question) => (said.push(question), Promise.resolve(region)),
  };
  return { said, own };
}

const ask = (given: Partial<ReadingOptions>, { own }: ReturnType<typeof terminal>, reader = {}) =>
  agree({ ...options, ...given }, { ...emptyAccount, ...reader }, own, new AbortController().signal);

test('shows caller, account, profile, Regions and the number of actions, and asks', async () => {
  const here = terminal();
  expect(await ask({}, here)).toEqual({ choice: options.choice, caller });
  expect(here.said).toEqual([
    'Account  111122223333',
    'Caller   arn:aws:iam::111122223333:user/reader',
    'Profile  shop',
    'Region   eu-west-1, us-east-1',
    `Reads    ecs and eks, by at most ${operations.length} actions that list or describe; npm run policy prints them`,
    'Read this account?',
  ]);
});

test('reads nothing when the reader does not agree', async () => {
  await expect(ask({}, terminal({ agrees: false }))).rejects.toThrow('Nothing was read.');
});

test('--yes agrees beforehand: it shows the same and does not ask', async () => {
  const here = terminal();
  await ask({ yes: true }, here);
  expect(here.said).toHaveLength(5);
});

describe('without a Region', () => {
  const choice = { profile: 'shop', regions: [] };

  test('takes the one that the environment or the profile sets', async () => {
    const agreed = await ask({ choice }, terminal(), { regionOf: () => Promise.resolve('eu-north-1') });
    expect(agreed.choice.regions).toEqual(['eu-north-1']);
  });

  test('asks when none is set, and never guesses', async () => {
    const here = terminal({ region: 'ap-south-1' });
    expect((await ask({ choice }, here)).choice.regions).toEqual(['ap-south-1']);
    expect(here.said[0]).toBe('Which Region?');
    await expect(ask({ choice }, terminal())).rejects.toThrow('Nothing was read.');
  });

  test('says so in a sentence where nobody can be asked', async () => {
    const nobody = terminal({ interactive: false });
    await expect(ask({ choice, yes: true }, nobody)).rejects.toThrow('No Region is set for profile shop: name one with --region.');
  });
});

describe('the command line where nobody can be asked', async () => {
  const fake = await fakeAws({});
  afterAll(fake.close);

  test.each([
    ['connect', ['--region', 'eu-west-1']],
    ['snapshot', ['--region', 'eu-west-1', '--out', 'never.json']],
  ])('%s asks for --yes in one sentence, ends with 2 and makes no call', async (command, args) => {
    expect(await runCli(command, args, withAws(fake.url))).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Nobody can be asked here whether to read the account: add --yes to agree beforehand.\n',
    });
    expect(fake.calls).toEqual([]);
  });

  test('a Region is not guessed: one sentence, 2, and no call', async () => {
    expect(await runCli('connect', ['--yes'], withAws(fake.url))).toEqual({
      code: 2,
      stdout: '',
      stderr: 'No Region is set for profile default: name one with --region.\n',
    });
    expect(fake.calls).toEqual([]);
  });
});
