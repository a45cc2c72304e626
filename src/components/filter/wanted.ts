/** What a reader looks for: words, and a choice for each list. What is empty or missing is not asked for. */
export type Wanted = Readonly<Record<string, string>>;

/** What can be looked for in a row: its text, and its value for each list. */
export interface Row {
  readonly text: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** Tells whether a row holds every word of `q`, in any order, and has each chosen value among its own. */
export function matches({ q = '', ...choices }: Wanted, { text, values }: Row): boolean {
  const held = text.toLowerCase();
  const words = q.toLowerCase().split(/\s+/);
  const chosen = Object.entries(choices).filter(([, value]) => value !== '');
  return words.every((word) => held.includes(word)) && chosen.every(([name, value]) => values[name]?.split(' ').includes(value) === true);
}

/** The part of an address that says what is wanted, such as `?q=price&topic=eks`; nothing when nothing is. */
export function queryOf(wanted: Wanted): string {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}
