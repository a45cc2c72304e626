import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Circumstances } from '../companion/fake-aws/fake-aws.ts';
import { at, fakeAws } from '../companion/fake-aws/fake-aws.ts';
import { everything } from '../companion/fake-aws/everything.ts';
import { home } from '../companion/fake-aws/holdings.ts';
import { runCli, withAws, withoutAws } from '../companion/run-cli.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'drydock-failures-'));

const config = join(folder(), 'config');
writeFileSync(
  config,
  '[profile sso]\nsso_session = main\nsso_account_id = 111122223333\nsso_role_name = reader\nregion = eu-west-1\n' +
    '[sso-session main]\nsso_start_url = https://main.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n',
);

const fakes: Awaited<ReturnType<typeof fakeAws>>[] = [];
afterAll(() => Promise.all(fakes.map((fake) => fake.close())));
async function aws(circumstances: Circumstances): Promise<NodeJS.ProcessEnv> {
  const fake = await fakeAws({ holdings: at(everything), ...circumstances });
  fakes.push(fake);
  return withAws(fake.url);
}

/** How the environment comes to be, further arguments, what is said, and the command that mends it. */
type Case = readonly [() => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv>, readonly string[], RegExp, RegExp | undefined];

const cases: Readonly<Record<string, Case>> = {
  'no credentials': [withoutAws, [], /^No AWS credentials were found: log in, or set up a profile\.$/, /^aws configure sso$/],
  'an expired login of IAM Identity Center': [
    () => ({ ...withoutAws(), AWS_CONFIG_FILE: config, HOME: folder() }),
    ['--profile', 'sso'],
    /^The login of profile sso has expired: log in again\.$/,
    /^aws sso login --profile sso$/,
  ],
  'an unknown profile': [() => ({ ...withoutAws(), AWS_CONFIG_FILE: config }), ['--profile', 'nobody'], /profile nobody/, /^aws /],
  'an expired session token': [
    () => aws({ meddle: () => ({ error: 'ExpiredToken', message: 'The security token included in the request is expired', status: 403 }) }),
    [],
    /^The session token has expired: log in again/,
    /^aws sso login$/,
  ],
  'a clock that is wrong': [() => aws({ ahead: 3_600_000, tellsTime: false }), [], /^The clock of this machine is minutes off/, /./],
  'an endpoint where nobody is': [
    () => withAws('http://127.0.0.1:9'),
    [],
    /^AWS could not be reached in eu-west-1/,
    /^aws sts get-caller-identity --region eu-west-1$/,
  ],
  'a connection that is lost in the middle': [
    () => aws({ meddle: ({ action }) => (action === 'ecs:DescribeServices' ? 'breaks off' : undefined) }),
    [],
    /^The connection to AWS was lost, so the reading is not whole and was dropped/,
    undefined,
  ],
};

describe.each(Object.entries(cases))('%s', (_, [env, args, sentence, fix]) => {
  test('is said in one sentence, with the command that mends it; nothing is written', async () => {
    const place = folder();
    const { code, stdout, stderr } = await runCli(
      'snapshot',
      ['--yes', '--region', home, '--out', join(place, 'account.json'), ...args],
      await env(),
    );
    expect([code, stdout]).toEqual([1, '']);
    const shown = /^(?:Account|Caller|Profile|Region|Reads) {2}|\d+ calls$/;
    const [said = '', mended, ...more] = stderr
      .trimEnd()
      .split('\n')
      .filter((line) => !shown.test(line));
    expect(said).toMatch(sentence);
    if (fix === undefined) expect(mended).toBeUndefined();
    else expect(mended).toMatch(fix);
    expect(more).toEqual([]);
    expect(stderr).not.toContain('fake-secret-key');
    expect(readdirSync(place)).toEqual([]);
  });
});
