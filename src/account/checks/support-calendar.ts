import type { FactFile } from '../../model/fact.ts';

/** Until when EKS supports one minor version of Kubernetes, as ISO dates. */
export interface Support {
  readonly version: string;
  readonly standard: string;
  readonly extended: string;
}

/** The calendar that the facts `1.36.standard` and `1.36.extended` make. A version with one of both is left out. */
export function supportCalendar(facts: FactFile): readonly Support[] {
  const versions = new Set(Object.keys(facts).map((key) => key.slice(0, key.lastIndexOf('.'))));
  return [...versions].flatMap((version) => {
    const standard = facts[`${version}.standard`]?.value;
    const extended = facts[`${version}.extended`]?.value;
    return typeof standard === 'string' && typeof extended === 'string' ? { version, standard, extended } : [];
  });
}

/** What a day is for a version: `newer` and `older` than all that the calendar knows, or the support of that day. */
export type Standing = 'standard' | 'ending' | 'extended' | 'over' | 'newer' | 'older';

/** Standard support that ends within so many days is about to end: time to prepare an upgrade. */
const notice = 60;

const minorOf = (version: string): number => Number(version.split('.')[1]);
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);

/** How a version stands on a day. Undefined for what is no version. */
export function standingOf(version: string, calendar: readonly Support[], today: string): Standing | undefined {
  if (!/^1\.\d+$/.test(version) || calendar.length === 0) return undefined;
  const support = calendar.find((one) => one.version === version);
  if (support === undefined) return minorOf(version) > Math.max(...calendar.map((one) => minorOf(one.version))) ? 'newer' : 'older';
  if (days(today, support.extended) < 0) return 'over';
  if (days(today, support.standard) < 0) return 'extended';
  return days(today, support.standard) <= notice ? 'ending' : 'standard';
}
