import * as z from 'zod/mini';

/** Without this zod tries `new Function`, which the site's content security policy reports. */
z.config({ jitless: true });

const record = z.strictObject({
  version: z.literal(1),
  /** Ids of the steps done, by tutorial. */
  done: z.record(z.string(), z.array(z.string())),
});

/** What the reader has done in all tutorials: one record, the same in the browser and in a file. */
export type Progress = z.infer<typeof record>;

/** Where the record is kept; `localStorage` is one. Either call may throw. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem'>;

/** Progress, with one sentence when it could not be had. */
export interface Opened {
  readonly progress: Progress;
  readonly problem?: string;
}

const KEY = 'drydock.progress';

/** No step done. */
export const noProgress: Progress = { version: 1, done: {} };

/** Reads a record from text, such as that of a file. Undefined when it is not one. */
export function readProgress(text: string): Progress | undefined {
  try {
    return record.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Opens the kept record. Where there is none, or none that can be read, it begins afresh. */
export function openProgress(keeper: Keeper): Opened {
  let text: string | null;
  try {
    text = keeper.getItem(KEY);
  } catch {
    return { progress: noProgress, problem: 'This browser does not let pages keep anything, so your progress ends with this visit.' };
  }
  if (text === null) return { progress: noProgress };
  const progress = readProgress(text);
  return progress === undefined
    ? { progress: noProgress, problem: 'The progress kept in this browser could not be read, so the tutorial begins afresh.' }
    : { progress };
}

/** Keeps the record. Returns one sentence when it could not. */
export function saveProgress(keeper: Keeper, progress: Progress): string | undefined {
  try {
    keeper.setItem(KEY, JSON.stringify(progress));
    return undefined;
  } catch {
    return 'Your progress could not be kept in this browser; save it as a file if you want to come back to it.';
  }
}

/** The steps done of one tutorial. */
export const doneOf = (progress: Progress, tutorial: string): readonly string[] => progress.done[tutorial] ?? [];

/** The record with the steps done of one tutorial. */
export const progressWith = (progress: Progress, tutorial: string, steps: readonly string[]): Progress => ({
  ...progress,
  done: { ...progress.done, [tutorial]: [...steps] },
});

/** The steps done in either record, such as that of this browser and that of a file. */
export const mergedProgress = (one: Progress, other: Progress): Progress =>
  Object.entries(other.done).reduce(
    (merged, [tutorial, steps]) => progressWith(merged, tutorial, [...new Set([...doneOf(merged, tutorial), ...steps])]),
    one,
  );
