import type { Limit } from '../../account/about.ts';

/** How many of each sort are read at most, in all Regions together. */
export interface Caps {
  readonly clusters: number;
  readonly services: number;
  readonly tasks: number;
  readonly taskDefinitions: number;
  /** Of each sort of part of one EKS cluster: node groups, add-ons, access entries, updates. */
  readonly parts: number;
}

/** What is read unless the reader wants more. */
export const usualCaps: Caps = { clusters: 20, services: 500, tasks: 1_000, taskDefinitions: 300, parts: 100 };

/** What is left of a cap in the course of a reading. */
export interface Allowance {
  readonly left: () => number;
  /** As many as are left; notes the limit when more were found, in all `found` of them. */
  readonly take: <Element>(elements: readonly Element[], what: string, found?: number) => readonly Element[];
}

/** An allowance of so many. */
export function allowanceOf(cap: number, limits: Limit[]): Allowance {
  let left = cap;
  return {
    left: () => left,
    take: (elements, what, found = elements.length) => {
      const taken = elements.slice(0, left);
      left -= taken.length;
      if (taken.length < found) limits.push({ what, shown: taken.length, found });
      return taken;
    },
  };
}
