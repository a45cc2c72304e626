/** How far a reading is. */
export interface Progress {
  /** What is being read, in the words of the account file: `services`, `task definitions`. */
  readonly what: string;
  readonly region: string;
  readonly done: number;
  readonly found: number;
  /** How many calls have been answered in all. */
  readonly calls: number;
}

/** Counts what is found and read, and says so. */
export interface Tally {
  readonly found: (what: string, region: string, count: number) => void;
  readonly done: (what: string, region: string, count: number) => void;
  readonly answered: () => void;
  /** How many calls have been answered. */
  readonly calls: () => number;
  readonly end: () => void;
}

const atLeastEvery = 1_000;

/** A tally that says each count when it changes, and the last one again each second while nothing does. */
export function tallyOf(onProgress: (progress: Progress) => void): Tally {
  const counts = new Map<string, Omit<Progress, 'calls'>>();
  let last: Omit<Progress, 'calls'> = { what: 'identity', region: '', done: 0, found: 1 };
  let calls = 0;
  const say = () => onProgress({ ...last, calls });
  const ticker = setInterval(say, atLeastEvery);
  const add = (what: string, region: string, more: { readonly done: number; readonly found: number }) => {
    const key = `${region} ${what}`;
    const before = counts.get(key);
    last = { what, region, done: (before?.done ?? 0) + more.done, found: (before?.found ?? 0) + more.found };
    counts.set(key, last);
    say();
  };
  return {
    found: (what, region, count) => add(what, region, { done: 0, found: count }),
    done: (what, region, count) => add(what, region, { done: count, found: 0 }),
    answered: () => {
      calls += 1;
    },
    calls: () => calls,
    end: () => clearInterval(ticker),
  };
}
