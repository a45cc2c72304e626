import type { FailureKind } from './failure-kind.ts';
import { failureKind } from './failure-kind.ts';

/** What went wrong, in one sentence, and the command that mends it where there is one. */
export interface Explained {
  readonly sentence: string;
  readonly fix?: string;
}

/** What was asked for when it went wrong. */
export interface Circumstances {
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
  readonly platform?: NodeJS.Platform;
}

type Words = (error: string, circumstances: Circumstances) => Explained;

const asProfile = (profile: string | undefined): string => (profile === undefined ? '' : ` --profile ${quoted(profile)}`);

/** A name as a shell takes it for one word. */
const quoted = (name: string): string => (/^[\w@%+=:,./-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`);

const ofProfile = (profile: string | undefined): string => (profile === undefined ? '' : ` of profile ${profile}`);

const clocks: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'sudo sntp -sS time.apple.com',
  win32: 'w32tm /resync',
  linux: 'sudo timedatectl set-ntp true',
};

const words: Readonly<Record<FailureKind, Words>> = {
  aborted: () => ({ sentence: 'The reading was stopped.' }),
  denied: (said) => ({ sentence: `AWS denied it: ${said}`, fix: 'npm run policy' }),
  'no-credentials': (_, { profile }) =>
    profile === undefined
      ? { sentence: 'No AWS credentials were found: log in, or set up a profile.', fix: 'aws configure sso' }
      : {
          sentence: `No credentials were found for profile ${profile}: it is not in ~/.aws/config, or has no way to log in there.`,
          fix: 'aws configure list-profiles',
        },
  'expired-login': (said, { profile }) => ({
    sentence: `The login${ofProfile(profile)} has expired: log in again.`,
    fix: `aws ${/aws sso login/i.test(said) ? 'sso login' : 'login'}${asProfile(profile)}`,
  }),
  'expired-token': (_, { profile }) => ({
    sentence: `The session token${ofProfile(profile)} has expired: log in again, or put fresh credentials where the old ones are.`,
    fix: `aws sso login${asProfile(profile)}`,
  }),
  'wants-code': (_, { profile }) => ({
    sentence: `The role${ofProfile(profile)} asks for a one-time code, which Drydock cannot ask for: export the credentials of a session first.`,
    fix: `eval "$(aws configure export-credentials${asProfile(profile)} --format env)"`,
  }),
  'refused-key': (_, { profile, region }) => ({
    sentence: `AWS does not accept the credentials${ofProfile(profile)}${region === undefined ? '' : ` in ${region}`}: the key is wrong or deleted, or the Region is not enabled for the account.`,
    fix: `aws sts get-caller-identity${asProfile(profile)}${region === undefined ? '' : ` --region ${quoted(region)}`}`,
  }),
  'no-region': (_, { profile }) => ({
    sentence: `No Region is set${profile === undefined ? '' : ` in profile ${profile}`}: name one with --region.`,
    fix: `aws configure set region REGION${asProfile(profile)}`,
  }),
  clock: (_, { platform = process.platform }) => ({
    sentence: 'The clock of this machine is minutes off, so AWS does not accept its signatures: set the clock.',
    fix: clocks[platform] ?? 'date -u',
  }),
  unreachable: (said, { region }) => ({
    sentence: `AWS could not be reached${region === undefined ? '' : ` in ${region}`} (${said}): check the network, the name of the Region and AWS_ENDPOINT_URL.`,
    fix: `aws sts get-caller-identity${region === undefined ? '' : ` --region ${quoted(region)}`}`,
  }),
  lost: () => ({
    sentence: 'The connection to AWS was lost, so the reading is not whole and was dropped: check the network and read again.',
  }),
  throttled: (said) => ({
    sentence: `AWS asks for fewer calls, since others use the same account (${said}): wait a minute and read again.`,
  }),
  missing: (said) => ({ sentence: `AWS does not know it (${said}).` }),
  other: (said) => ({ sentence: `The account could not be read: ${said}.` }),
};

/** Says what an error of the SDK means to the reader. */
export const explainFailure = (error: unknown, circumstances: Circumstances = {}): Explained =>
  words[failureKind(error)](saidBy(error), circumstances);

/** What is said of an answer that AWS cannot have given. */
export const notAws = 'what answered does not speak as AWS does';

/** The words of an error as part of a sentence: one line, no full stop at its end. */
export function saidBy(error: unknown): string {
  if (error instanceof Error && error.message.includes('Deserialization error')) return notAws;
  const said = error instanceof Error ? error.message || codeOf(error) : String(error);
  const line = said
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}

/** What is left to say of an error without a message, as Node gives when it tried several addresses. */
const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : error.name);
