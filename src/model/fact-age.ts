/** A fact, a row of the comparison or an explanation of a state, with the file and the id by which an author finds it. */
export interface Dated {
  readonly file: string;
  readonly id: string;
  readonly checked: string;
}

/** After this many days an author is asked to check a fact again. */
export const warnAfterDays = 180;

/** From this many days on a fact is not shown: the build fails. */
export const failAtDays = 365;

const day = 24 * 60 * 60 * 1000;

/** Whole days from the date on which something was checked to another date; both like `2026-11-23`. */
export const daysBetween = (checked: string, today: string): number => Math.round((Date.parse(today) - Date.parse(checked)) / day);

/** Says which facts are due on a day, and which are too old to build with; each in one sentence. */
export function factAges(facts: readonly Dated[], today: string): { readonly due: readonly string[]; readonly expired: readonly string[] } {
  const aged = facts.map(({ file, id, checked }) => {
    const age = daysBetween(checked, today);
    return {
      age,
      sentence: `${file}: "${id}" was checked on ${checked}, ${age} days ago. Check it against its source and set the new date.`,
    };
  });
  return {
    due: aged.filter(({ age }) => age > warnAfterDays && age < failAtDays).map(({ sentence }) => sentence),
    expired: aged.filter(({ age }) => age >= failAtDays).map(({ sentence }) => sentence),
  };
}
