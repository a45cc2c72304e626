import PQueue from 'p-queue';
import type { Snapshot } from '../account/snapshot.ts';
import type { AccountReader } from './account-reader.ts';
import type { Choice } from './choice.ts';
import type { Caller } from './reading/caller.ts';
import type { ReadingHooks } from './reading/read-account.ts';

/** What the companion tells a page of itself. */
export interface Connection {
  readonly profile: string;
  readonly regions: readonly string[];
  readonly caller?: Caller | undefined;
  /** Whether there is an account that may be read without asking the reader again. */
  readonly connected: boolean;
}

/** The account of one start of the companion. */
export interface Session {
  readonly connection: () => Connection;
  /** What a page that asks for this reads, or why it may not. */
  readonly choose: (asked: Choice) => Choice | { readonly refused: string };
  readonly read: (choice: Choice, hooks: ReadingHooks) => Promise<Snapshot>;
  readonly explain: AccountReader['explain'];
}

/** What the reader agreed to in the terminal. */
export interface Agreed {
  readonly choice: Choice;
  readonly caller: Caller;
}

/** The profile that the AWS CLI would use. */
export const profileOf = ({ profile }: Pick<Choice, 'profile'>, env: NodeJS.ProcessEnv = process.env): string =>
  profile ?? env['AWS_PROFILE'] ?? 'default';

/**
 * The account that the reader agreed to in the terminal, or, without one, the last that a page chose and that could be
 * read. Nothing read is kept. One reading goes on at a time, so that two pages together keep the pace of one.
 */
export function accountSession(reader: AccountReader, agreed?: Agreed): Session {
  const turns = new PQueue({ concurrency: 1 });
  let current: { readonly choice: Choice; readonly caller?: Caller | undefined } | undefined = agreed;

  return {
    connection: () => ({
      profile: profileOf(current?.choice ?? {}),
      regions: current?.choice.regions ?? [],
      caller: current?.caller,
      connected: current !== undefined,
    }),
    choose: (asked) => {
      const silent = asked.profile === undefined && asked.regions.length === 0;
      if (agreed !== undefined) {
        return silent ? agreed.choice : { refused: 'The account was chosen in the terminal. Start "npm start" to choose it on the page.' };
      }
      if (asked.regions.length > 0) return asked;
      return silent && current !== undefined ? current.choice : { refused: 'Choose a Region to read.' };
    },
    read: (choice, hooks) =>
      turns.add(
        async () => {
          const snapshot = await reader.read(choice, hooks);
          current = agreed ?? { choice, caller: snapshot.caller };
          return snapshot;
        },
        { signal: hooks.signal },
      ),
    explain: reader.explain,
  };
}
