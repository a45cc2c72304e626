/** What was refused in the course of a reading. */
export interface Refusals {
  readonly deny: (action: string) => void;
  /** Keeps a sentence on what failed. It begins with the action, so that only what that shows counts as unknown. */
  readonly complain: (action: string, what: string) => void;
  readonly denied: () => readonly string[];
  readonly errors: () => readonly string[];
}

/** Nobody reads more sentences on one action. */
const mostOfOne = 5;

/** Collects refusals. */
export function refusalsOf(): Refusals {
  const denied = new Set<string>();
  const errors = new Map<string, Set<string>>();
  return {
    deny: (action) => denied.add(action),
    complain: (action, what) => {
      const sentences = errors.get(action) ?? new Set();
      if (sentences.size < mostOfOne) errors.set(action, sentences.add(`${action} ${what}.`));
    },
    denied: () => [...denied].sort(),
    errors: () => [...errors.values()].flatMap((sentences) => [...sentences]),
  };
}
