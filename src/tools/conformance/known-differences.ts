import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Answer, Difference, Table } from './table.ts';
import { differences, rowName } from './table.ts';

const knownDifferences = z.record(
  z.string(),
  z.array(
    z.strictObject({
      /** The row's name, or its number where it has none. */
      row: z.string(),
      reason: z.string().min(1),
      /** The line of a diagram's fidelity that tells the reader. */
      leftOut: z.string().min(1),
    }),
  ),
);

/** The rows, by topic, of which it is known that the world does not answer as the real thing did. */
export type KnownDifferences = z.infer<typeof knownDifferences>;

/** Reads `known-differences.yaml`. Throws one sentence that names the file and what is wrong with it. */
export async function readKnownDifferences(file: string): Promise<KnownDifferences> {
  const result = knownDifferences.safeParse(parse(await readFile(file, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`${basename(file)} is not a list of known differences. ${z.prettifyError(result.error)}`);
}

/** How a table came out. */
export interface Verdict {
  readonly passed: number;
  readonly differing: readonly (Difference & { readonly reason?: string })[];
  /** Rows that pass although they are listed as different. */
  readonly listedInVain: readonly string[];
}

/** Runs a table, and says of each row that differs whether that is known, and why. */
export function judge(table: Table, answer: Answer, known: KnownDifferences[string] = []): Verdict {
  const reasons = new Map(known.map(({ row, reason }) => [row, reason]));
  const differing = differences(table, answer).map((difference) => {
    const reason = reasons.get(difference.row);
    return reason === undefined ? difference : { ...difference, reason };
  });
  const failed = new Set(differing.map(({ row }) => row));
  const listedInVain = table.cases.map(rowName).filter((row) => reasons.has(row) && !failed.has(row));
  return { passed: table.cases.length - differing.length, differing, listedInVain };
}
