import type { Asker, Send } from './asker.ts';
import { failureKind } from './failure-kind.ts';

/** How details are asked for, several at a time. */
export interface Batching<Answer, Element> {
  readonly action: string;
  /** What is counted, in the words of the account file. */
  readonly what: string;
  /** The most that one call takes. */
  readonly size: number;
  readonly send: (names: readonly [string, ...string[]]) => Send<Answer>;
  /** Whether one name that is gone makes the operation refuse all of them. */
  readonly refusesAll?: true;
  /** What AWS says it could not describe. */
  readonly failures?: (answer: Answer) => readonly { readonly reason?: string | undefined }[] | undefined;
  readonly elements: (answer: Answer, names: readonly [string, ...string[]]) => readonly Element[] | undefined;
}

/** Asks for the details of all that is named, in as few calls as the operation allows. */
export async function described<Answer, Element>(
  asker: Asker,
  names: readonly string[],
  batching: Batching<Answer, Element>,
): Promise<readonly Element[]> {
  const wanted = [...new Set(names)];
  if (wanted.length > 0) asker.tally.found(batching.what, asker.region, wanted.length);
  const parts = await Promise.all(batchesOf(wanted, batching.size).map((batch) => describeBatch(asker, batch, batching)));
  return parts.flat();
}

/** Where a whole batch was refused for one name that is gone, the halves are asked for, until the rest is known. */
async function describeBatch<Answer, Element>(
  asker: Asker,
  names: readonly [string, ...string[]],
  batching: Batching<Answer, Element>,
): Promise<readonly Element[]> {
  const { action, what, send, elements, failures, refusesAll } = batching;
  const result = await asker.attempt(action, send(names), (error) => refusesAll === true && failureKind(error) === 'missing');
  if ('mended' in result && names.length > 1) {
    const halves = batchesOf(names, Math.ceil(names.length / 2));
    return (await Promise.all(halves.map((half) => describeBatch(asker, half, batching)))).flat();
  }
  asker.tally.done(what, asker.region, names.length);
  if (!('answer' in result)) return [];
  for (const { reason } of failures?.(result.answer) ?? []) {
    if (reason !== 'MISSING') asker.complain(action, `could not tell all (${reason ?? 'no reason given'})`); // what is missing ended since it was listed
  }
  const found = elements(result.answer, names);
  if (found === undefined) asker.complain(action, 'answered without its list');
  return found ?? [];
}

const batchesOf = (names: readonly string[], size: number): readonly (readonly [string, ...string[]])[] =>
  names.flatMap((first, index) => (index % size === 0 ? [[first, ...names.slice(index + 1, index + size)] as const] : []));
