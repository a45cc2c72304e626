import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { z } from 'zod';
import { operationGroups } from '../account/operations.ts';
import type { OperationGroup } from '../account/operations.ts';
import type { Choice, World } from './choice.ts';
import { profileName, regionName, worlds } from './choice.ts';
import { usageError } from './command-error.ts';

/** Where the server listens, and whether a browser is opened. */
export interface Serving {
  readonly port: number;
  readonly open: boolean;
}

/** What is read, and whether the reader agrees to it beforehand. */
export interface ReadingOptions {
  readonly choice: Choice;
  readonly include: readonly World[];
  readonly yes: boolean;
}

const serving = { port: { type: 'string' }, open: { type: 'boolean' } } as const;

const reading = {
  profile: { type: 'string' },
  region: { type: 'string', multiple: true },
  include: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

/** The values of the options of a command; one that it does not have is named. */
function valuesOf<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowNegative: true, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?(?:\s|$)(?=To specify)|\n/);
    const known = Object.keys(options).map((name) => (name === 'open' ? '--no-open' : `--${name}`));
    throw usageError(`${why.replace(/\.$/, '')}. The options are ${known.join(', ')}.`);
  }
}

const checked = <Value>(schema: z.ZodType<Value>, value: unknown): Value => {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw usageError(error.issues[0]?.message ?? 'An option cannot be read.');
};

function oneOf<Name extends string>(names: readonly Name[], value: string, option: string): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw usageError(`"${value}" cannot be given to --${option}: it takes ${names.join(', ')}.`);
}

function servingOf({
  port: wanted = '4321',
  open = true,
}: {
  readonly port?: string | undefined;
  readonly open?: boolean | undefined;
}): Serving {
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port > 65_535) throw usageError(`"${wanted}" is not a port. Give --port a number from 0 to 65535.`);
  return { port, open };
}

interface ReadingValues {
  readonly profile?: string | undefined;
  readonly region?: readonly string[] | undefined;
  readonly include?: string | undefined;
  readonly yes?: boolean | undefined;
}

const readingOf = ({ profile, region = [], include = worlds.join(','), yes = false }: ReadingValues): ReadingOptions => ({
  choice: {
    profile: profile === undefined ? undefined : checked(profileName, profile),
    regions: [...new Set(region.flatMap((names) => names.split(',')).map((name) => checked(regionName, name)))],
  },
  include: [...new Set(include.split(',').map((name) => oneOf(worlds, name.trim(), 'include')))],
  yes,
});

/** Reads the options of `npm start`; throws one sentence when they cannot be meant, as the other three do. */
export const readStartOptions = (args: readonly string[]): Serving => servingOf(valuesOf(args, serving));

/** Reads the options of `npm run connect`. */
export function readConnectOptions(args: readonly string[]): Serving & ReadingOptions {
  const values = valuesOf(args, { ...reading, ...serving });
  return { ...readingOf(values), ...servingOf(values) };
}

/** Reads the options of `npm run snapshot`. */
export function readSnapshotOptions(args: readonly string[]): ReadingOptions & { readonly out: string } {
  const { out, ...values } = valuesOf(args, { ...reading, out: { type: 'string' } });
  if (out === undefined || out === '') throw usageError('Name the file to write, as in --out account.json.');
  return { ...readingOf(values), out };
}

/** Reads the options of `npm run policy`: the groups of operations to do without. */
export function readPolicyOptions(args: readonly string[]): readonly OperationGroup[] {
  const { without = [] } = valuesOf(args, { without: { type: 'string', multiple: true } });
  return [...new Set(without.flatMap((names) => names.split(',')).map((name) => oneOf(operationGroups, name.trim(), 'without')))];
}
