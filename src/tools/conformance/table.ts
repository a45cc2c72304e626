import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';

const row = z.looseObject({
  name: z.string().optional(),
  kind: z.string().optional(),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
});

const table = z.looseObject({ topic: z.string(), about: z.string(), cases: z.array(row) });

/** One row of a table: what was asked of the real thing, and what it answered. */
export type Row = z.infer<typeof row>;

/** A table of real behaviour, `tests/conformance/<topic>.json`. */
export type Table = z.infer<typeof table>;

/** The fields of a row in the shape that its table's `about` defines: the one place where a row is taken at its word. */
export const givenAs = <Given>(given: unknown): Given => given as Given;

/** What our own functions answer to a row. May throw: the message then stands in `error`. */
export type Answer = (row: Row) => Readonly<Record<string, unknown>>;

/** Reads a table. Throws one sentence that names the file and what is wrong with it. */
export async function readTable(file: string): Promise<Table> {
  const result = table.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`${basename(file)} is not a conformance table. ${z.prettifyError(result.error)}`);
}

/** Whether an answer says everything that is expected; what it says beyond that does not matter. */
export function contains(answer: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(answer) && answer.length === expected.length && expected.every((item, index) => contains(answer[index], item));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof answer !== 'object' || answer === null) return false;
    const found: Record<string, unknown> = { ...answer };
    return Object.entries(expected).every(([key, value]) => contains(found[key], value));
  }
  return Object.is(answer, expected);
}

/** The name of a row in lists: its own, or its number from 1. */
export const rowName = ({ name }: Row, index: number): string => name ?? String(index + 1);

/** A row that did not come out as the real thing did. */
export interface Difference {
  readonly row: string;
  readonly expected: unknown;
  readonly answered: unknown;
}

/** Runs every row of a table through our own functions. */
export function differences({ cases }: Table, answer: Answer): readonly Difference[] {
  return cases.flatMap((each, index) => {
    const answered = answerTo(each, answer);
    return contains(answered, each.expect) ? [] : [{ row: rowName(each, index), expected: each.expect, answered }];
  });
}

function answerTo(each: Row, answer: Answer): unknown {
  try {
    return answer(each);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
