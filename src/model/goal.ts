import type { Frame } from './frame.ts';
import type { Json } from './json.ts';
import type { Kind } from './kind.ts';
import type { Resource } from './resource.ts';

/**
 * A predicate over the resources of a frame, as data: how many resources of a kind match, or what a measure reads.
 * Used by walkthroughs, tutorials and predictions, for a simulation and an account alike.
 */
export type Goal = CountGoal | MeasureGoal;

/** So many resources of a kind, of those that match `where`. */
export interface CountGoal {
  readonly kind: Kind;
  readonly where?: Where;
  readonly count: Comparison;
}

/** A measure of the frame compared with a number. */
export interface MeasureGoal {
  readonly measure: string;
  readonly is: Comparison;
}

/** Field and value: `status`, `health`, `reason`, `name`, or `details.<name>`; a list means any of these. */
export type Where = Readonly<Record<string, Json>>;

/** Bounds that must all hold. */
export interface Comparison {
  readonly equals?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Whether a goal holds, and the number that decided it. */
export interface Verdict {
  readonly met: boolean;
  readonly found: number;
}

function valueAt(resource: Resource, path: string): Json | undefined {
  if (path.startsWith('details.')) return resource.details[path.slice('details.'.length)];
  switch (path) {
    case 'id':
      return resource.id;
    case 'name':
      return resource.name;
    case 'status':
      return resource.status;
    case 'reason':
      return resource.reason;
    case 'health':
      return resource.health;
    default:
      throw new Error(`A goal asks for ${path}; it may ask for id, name, status, reason, health or details.<name>.`);
  }
}

/** Whether a resource has each of the wanted values. */
export const matches = (resource: Resource, where: Where): boolean =>
  Object.entries(where).every(([path, wanted]) => {
    const value = valueAt(resource, path);
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
  });

const holds = (value: number, { equals, atLeast, atMost }: Comparison): boolean =>
  (equals === undefined || value === equals) && (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

/** Judges a goal on a frame. */
export function judge(goal: Goal, frame: Pick<Frame, 'resources' | 'measures'>): Verdict {
  if ('measure' in goal) {
    const found = frame.measures[goal.measure] ?? 0;
    return { met: holds(found, goal.is), found };
  }
  let found = 0;
  for (const resource of frame.resources.values()) {
    if (resource.kind === goal.kind && (goal.where === undefined || matches(resource, goal.where))) found += 1;
  }
  return { met: holds(found, goal.count), found };
}
