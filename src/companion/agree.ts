import { operations } from '../account/operations.ts';
import type { AccountReader } from './account-reader.ts';
import type { ReadingOptions } from './options.ts';
import type { Agreed } from './session.ts';
import { profileOf } from './session.ts';
import type { Terminal } from './terminal.ts';
import { CommandError, usageError } from './command-error.ts';

const notAgreed = (): CommandError => new CommandError({ sentence: 'Nothing was read.' });

/** Shows whose account would be read, where and by how many actions, and asks. Nothing else of the account is read before. */
export async function agree(
  { choice: { profile, regions: named }, include, yes }: ReadingOptions,
  reader: AccountReader,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Agreed> {
  if (!terminal.interactive && !yes) {
    throw usageError('Nobody can be asked here whether to read the account: add --yes to agree beforehand.');
  }
  const regions = named.length > 0 ? named : [await region(profile, reader, terminal)];
  const choice = { profile, regions };
  const caller = await reader.identify(choice, signal).catch((error: unknown) => {
    throw new CommandError(reader.explain(error, choice), 1, error);
  });
  terminal.say(`Account  ${caller.account ?? 'unknown'}`);
  terminal.say(`Caller   ${caller.arn ?? 'unknown'}`);
  terminal.say(`Profile  ${profileOf(choice)}`);
  terminal.say(`Region   ${regions.join(', ')}`);
  terminal.say(
    `Reads    ${include.join(' and ')}, by at most ${operations.length} actions that list or describe; npm run policy prints them`,
  );
  if (yes || (await terminal.confirm('Read this account?'))) return { choice, caller };
  throw notAgreed();
}

/** The Region that is set, or the one that the reader names; none is guessed. */
async function region(profile: string | undefined, reader: AccountReader, terminal: Terminal): Promise<string> {
  const set = await reader.regionOf(profile);
  if (set !== undefined) return set;
  if (!terminal.interactive) throw usageError(`No Region is set for profile ${profileOf({ profile })}: name one with --region.`);
  const answer = await terminal.askRegion('Which Region?');
  if (answer === undefined) throw notAgreed();
  return answer;
}
