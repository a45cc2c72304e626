import type { Point, Rect } from './geometry.ts';
import { door, headings, isOpposite, lanes, middle, nextLane, steps, touches } from './geometry.ts';

/** A turn costs as much as so many pixels of detour. */
const TURN = 40;
/** So does the use of a side that does not face the other box. */
const AWAY = 100;

/** A line under way: where it has come to, in which direction, at what cost. */
interface Reach {
  readonly at: Point;
  readonly heading: Point;
  readonly cost: number;
  readonly before: Reach | undefined;
}

/**
 * The shortest right-angled line from the middle of a side of one box to the middle of a side of another, in the gaps
 * between the walls. The frames around the boxes may be crossed; they only make lanes. Undefined where there is no way.
 */
export function route(from: Rect, to: Rect, walls: readonly Rect[], frames: readonly Rect[] = []): readonly Point[] | undefined {
  const boxes = [from, to, ...walls];
  const all = [...boxes, ...frames];
  const xs = lanes(all, 'x', [middle(from).x, middle(to).x]);
  const ys = lanes(all, 'y', [middle(from).y, middle(to).y]);
  const open: Reach[] = [];

  const apart = Math.max(from.x, to.x) > Math.min(from.x + from.width, to.x + to.width);
  const facing = (heading: Point): boolean => (heading.x !== 0) === apart;

  const go = (before: Reach, at: Point, heading: Point, but?: Rect): void => {
    if (boxes.some((box) => box !== but && touches(before.at, at, box))) return;
    // Of equal ways the one that turns first: the bend then lies near the box where the line begins.
    const turn = heading === before.heading ? 0 : TURN + before.cost / 1000;
    const reach: Reach = { at, heading, cost: before.cost + steps(before.at, at) + turn, before };
    const later = open.findIndex(({ cost }) => cost > reach.cost);
    open.splice(later === -1 ? open.length : later, 0, reach);
  };

  const doors = new Map<string, { readonly at: Point; readonly heading: Point }>();
  for (const heading of headings) {
    const landing = nextLane(door(to, heading), heading, xs, ys);
    if (landing !== undefined) doors.set(`${landing.x} ${landing.y}`, { at: door(to, heading), heading });
    const start = door(from, heading);
    const first = nextLane(start, heading, xs, ys);
    if (first !== undefined) go({ at: start, heading, cost: facing(heading) ? 0 : AWAY, before: undefined }, first, heading, from);
  }

  const arrived = new Set(Array.from(doors.values(), ({ at }) => at));
  const seen = new Set<string>();
  for (let reach = open.shift(); reach !== undefined; reach = open.shift()) {
    if (arrived.has(reach.at)) return corners(reach);
    const place = `${reach.at.x} ${reach.at.y}`;
    const state = `${place} ${headings.indexOf(reach.heading)}`;
    if (seen.has(state)) continue;
    seen.add(state);
    const entry = doors.get(place);
    if (entry !== undefined) {
      const inward = headings.find((heading) => isOpposite(heading, entry.heading));
      if (inward !== undefined) go({ ...reach, cost: reach.cost + (facing(inward) ? 0 : AWAY) }, entry.at, inward, to);
    }
    for (const heading of headings) {
      const next = isOpposite(heading, reach.heading) ? undefined : nextLane(reach.at, heading, xs, ys);
      if (next !== undefined) go(reach, next, heading);
    }
  }
  return undefined;
}

/** The points at which a line begins, turns and ends. */
function corners(end: Reach): readonly Point[] {
  const points = [end.at];
  for (let reach: Reach = end; reach.before !== undefined; reach = reach.before) {
    if (reach.before.heading !== reach.heading || reach.before.before === undefined) points.unshift(reach.before.at);
  }
  return points;
}
