import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { identify } from '../../../src/companion/reading/caller.ts';
import { clientsOf, namedRegion } from '../../../src/companion/reading/clients.ts';
import { explainFailure } from '../../../src/companion/reading/explain-failure.ts';
import { paceOf } from '../../../src/companion/reading/pacing.ts';
import { readAccount } from '../../../src/companion/reading/read-account.ts';
import type { Circumstances, FakeAws } from '../fake-aws/fake-aws.ts';
import { at, fakeAws } from '../fake-aws/fake-aws.ts';
import { everything } from '../fake-aws/everything.ts';
import { home } from '../fake-aws/holdings.ts';
import { onlyFake, readFake } from '../fake-aws/read-fake.ts';

let fake: FakeAws | undefined;
let folder: string | undefined;

afterEach(async () => {
  await fake?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
  fake = undefined;
  folder = undefined;
});

/** Lets the SDK find this as `~/.aws/config`, and no keys in the environment. */
function onlyConfig(text: string): void {
  folder = mkdtempSync(join(tmpdir(), 'drydock-aws-'));
  writeFileSync(join(folder, 'config'), text);
  onlyFake('http://127.0.0.1:9');
  delete process.env['AWS_ACCESS_KEY_ID'];
  delete process.env['AWS_SECRET_ACCESS_KEY'];
  process.env['AWS_CONFIG_FILE'] = join(folder, 'config');
}

const signal = new AbortController().signal;

const failureOf = async (profile?: string): Promise<unknown> =>
  identify({ clientsOf: clientsOf({ profile }), pace: paceOf() }, home, signal).then(
    () => undefined,
    (error: unknown) => error,
  );

const readingFailure = async (circumstances: Circumstances): Promise<unknown> =>
  readFake(circumstances).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what keeps an account from being read', () => {
  it('is that there are no credentials', async () => {
    onlyConfig('');
    expect(explainFailure(await failureOf())).toEqual({
      sentence: 'No AWS credentials were found: log in, or set up a profile.',
      fix: 'aws configure sso',
    });
  });

  it('is that nobody knows the profile', async () => {
    onlyConfig('[profile shop]\nregion = eu-west-1\n');
    expect(explainFailure(await failureOf('shpo'), { profile: 'shpo' })).toEqual({
      sentence: 'No credentials were found for profile shpo: it is not in ~/.aws/config, or has no way to log in there.',
      fix: 'aws configure list-profiles',
    });
  });

  it('is that nobody has logged in with IAM Identity Center, or too long ago', async () => {
    onlyConfig(
      '[profile shop]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = reader\n[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n',
    );
    expect(explainFailure(await failureOf('shop'), { profile: 'shop' })).toEqual({
      sentence: 'The login of profile shop has expired: log in again.',
      fix: 'aws sso login --profile shop',
    });
  });

  it('is that nobody has logged in with aws login', async () => {
    onlyConfig('[profile shop]\nlogin_session = arn:aws:iam::111122223333:user/reader\n');
    expect(explainFailure(await failureOf('shop'), { profile: 'shop' })).toEqual({
      sentence: 'The login of profile shop has expired: log in again.',
      fix: 'aws login --profile shop',
    });
  });

  it('is that a role asks for a one-time code', async () => {
    onlyConfig(
      '[profile shop]\nrole_arn = arn:aws:iam::111122223333:role/reader\nsource_profile = base\nmfa_serial = arn:aws:iam::111122223333:mfa/me\n[profile base]\naws_access_key_id = a\naws_secret_access_key = b\n',
    );
    expect(explainFailure(await failureOf('shop'), { profile: 'shop' })).toEqual({
      sentence:
        'The role of profile shop asks for a one-time code, which Drydock cannot ask for: export the credentials of a session first.',
      fix: 'eval "$(aws configure export-credentials --profile shop --format env)"',
    });
  });

  it('is that the session token has expired', async () => {
    const error = await readingFailure({
      meddle: () => ({ error: 'ExpiredTokenException', message: 'The security token included in the request is expired' }),
    });
    expect(explainFailure(error)).toEqual({
      sentence: 'The session token has expired: log in again, or put fresh credentials where the old ones are.',
      fix: 'aws sso login',
    });
  });

  it('is that AWS does not know the key', async () => {
    const error = await readingFailure({
      meddle: () => ({ error: 'InvalidClientTokenId', message: 'The security token included in the request is invalid.', status: 403 }),
    });
    expect(explainFailure(error, { region: home }).sentence).toContain('AWS does not accept the credentials in eu-west-1');
  });

  it('is that no Region is named', async () => {
    onlyConfig('[profile shop]\n');
    expect(await namedRegion({ profile: 'shop' })).toBeUndefined();
    const error: unknown = await readAccount(
      { regions: [], include: ['ecs'], clientsOf: clientsOf({}), pace: paceOf() },
      { onProgress: () => undefined, signal },
    ).catch((reason: unknown) => reason);
    expect(explainFailure(error, { profile: 'shop' })).toEqual({
      sentence: 'No Region is set in profile shop: name one with --region.',
      fix: 'aws configure set region REGION --profile shop',
    });
  });

  it('is that the clock is wrong, where AWS does not tell the time by which the SDK would set itself right', async () => {
    const error = await readingFailure({ ahead: 600_000, tellsTime: false });
    expect(explainFailure(error, { platform: 'linux' })).toEqual({
      sentence: 'The clock of this machine is minutes off, so AWS does not accept its signatures: set the clock.',
      fix: 'sudo timedatectl set-ntp true',
    });
  });

  it('is that nothing answers', async () => {
    fake = await fakeAws({});
    await fake.close();
    onlyFake(fake.url);
    const { sentence } = explainFailure(await failureOf(), { region: home });
    expect(sentence).toMatch(
      /^AWS could not be reached in eu-west-1 \(.*ECONNREFUSED.*\): check the network, the name of the Region and AWS_ENDPOINT_URL\.$/,
    );
  });

  it('is that what answers is not AWS, such as the page by which a network asks for a login', async () => {
    const error = await readingFailure({ meddle: () => ({ raw: '<html>Log in to the hotel</html>' }) });
    expect(explainFailure(error)).toEqual({ sentence: 'The account could not be read: what answered does not speak as AWS does.' });
  });

  it('is that the connection breaks in the middle', async () => {
    const error = await readingFailure({
      holdings: at(everything),
      meddle: ({ action }) => (action === 'ecs:DescribeServices' ? 'breaks off' : undefined),
    });
    expect(explainFailure(error).sentence).toBe(
      'The connection to AWS was lost, so the reading is not whole and was dropped: check the network and read again.',
    );
  });

  it('is said with a profile that a shell cannot take for a command', () => {
    expect(explainFailure(Object.assign(new Error('expired'), { name: 'ExpiredToken' }), { profile: "a'; rm -rf ~" }).fix).toBe(
      `aws sso login --profile 'a'\\''; rm -rf ~'`,
    );
  });
});

describe('what a reading outlives', () => {
  it('is a clock that is wrong while AWS tells the time', async () => {
    const { snapshot } = await readFake({ holdings: at(everything), ahead: 600_000 });
    expect(snapshot).toMatchObject({ denied: [], errors: [] });
    expect(snapshot.ecs['services']).toHaveLength(1);
  });

  it('is a list whose pages turn in a circle', async () => {
    const { snapshot, fake: read } = await readFake({
      holdings: at(everything),
      meddle: ({ action }) => (action === 'ecs:ListTasks' ? { answers: (output) => ({ ...output, nextToken: 'again' }) } : undefined),
    });
    expect(snapshot.errors).toEqual(['ecs:ListTasks gave the same page again and again in eu-west-1.']);
    expect(read.calls.filter(({ action }) => action === 'ecs:ListTasks')).toHaveLength(3); // two pages, and the stopped tasks
    expect(snapshot.ecs['tasks']).not.toHaveLength(0);
  });

  it.each([
    { lacks: 'its list', meddling: { answers: () => ({}) }, said: 'eks:ListNodegroups answered without its list in eu-west-1.' },
    {
      lacks: 'any sense',
      meddling: { raw: '<html>Log in to the hotel</html>' },
      said: 'eks:ListNodegroups failed (what answered does not speak as AWS does) in eu-west-1.',
    },
    {
      lacks: 'health',
      meddling: { error: 'ServerException', message: 'Try later', status: 500 },
      said: 'eks:ListNodegroups failed (Try later) in eu-west-1.',
    },
  ])('is an answer that lacks $lacks, which it says', async ({ meddling, said }) => {
    const { snapshot } = await readFake({
      holdings: at(everything),
      meddle: ({ action }) => (action === 'eks:ListNodegroups' ? meddling : undefined),
    });
    expect(snapshot.errors).toEqual([said]);
    expect(snapshot.eks['addons']).toHaveLength(1);
  });

  it('is an element without a name or of a wrong shape, which is left out and said', async () => {
    const { snapshot } = await readFake({
      holdings: at({ ...everything, namespaces: [...everything.namespaces, { Name: 'nameless' }] }),
    });
    expect(snapshot.errors).toEqual(['servicediscovery:ListNamespaces gave what has no name (it has no ARN).']);
    expect(snapshot.around['namespaces']).toHaveLength(1);
  });

  it('is a target group that is gone, though the API refuses all that are asked for with it', async () => {
    const [service = {}] = everything.services;
    const gone = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/gone/0123456789abcdee';
    const { snapshot } = await readFake({
      holdings: at({
        ...everything,
        services: [
          {
            ...service,
            loadBalancers: [
              { targetGroupArn: gone },
              ...everything.targetGroups.map(({ TargetGroupArn = '' }) => ({ targetGroupArn: TargetGroupArn })),
            ],
          },
        ],
      }),
    });
    expect(snapshot.around['targetGroups']).toHaveLength(1);
    expect(snapshot.errors).toEqual([]);
  });

  it('is a Region that has no managed Grafana', async () => {
    const { snapshot } = await readFake({
      holdings: at(everything),
      meddle: ({ action }) => (action.startsWith('grafana:') ? 'breaks off' : undefined),
    });
    expect(snapshot.errors).toEqual([expect.stringMatching(/^grafana:ListWorkspaces failed \(.+\) in eu-west-1\.$/)]);
    expect(snapshot.around['workspaces']).toHaveLength(1);
  });

  it('is an action denied for each of many, which it asks for no more after a few', async () => {
    const [nodegroup = {}] = everything.nodegroups;
    const many = Array.from({ length: 30 }, (_, index) => ({ ...nodegroup, nodegroupName: `nodes-${index}` }));
    const { snapshot, fake: read } = await readFake({
      holdings: at({ ...everything, nodegroups: many }),
      denied: ['eks:DescribeNodegroup'],
    });
    expect(snapshot.denied).toEqual(['eks:DescribeNodegroup']);
    expect(read.calls.filter(({ action }) => action === 'eks:DescribeNodegroup').length).toBeLessThan(10);
  });
});
