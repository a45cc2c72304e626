/** A measured box, in the pixels of the stage. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point of the stage, or a direction. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far outside of all boxes a line may run. */
const MARGIN = 8;

/** The four ways to go. */
export const headings: readonly Point[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

/** Whether two directions are each other's reverse. */
export const isOpposite = (a: Point, b: Point): boolean => a.x + b.x === 0 && a.y + b.y === 0;

/** The middle of a box. */
export const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The middle of that side of a box which lies in a direction. */
export function door(box: Rect, heading: Point): Point {
  const { x, y } = middle(box);
  return { x: x + (heading.x * box.width) / 2, y: y + (heading.y * box.height) / 2 };
}

/** The distance between two points of a right-angled line. */
export const steps = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** Whether a straight line between two points meets a box or its border. */
export const touches = (a: Point, b: Point, { x, y, width, height }: Rect): boolean =>
  Math.max(a.x, b.x) >= x && Math.min(a.x, b.x) <= x + width && Math.max(a.y, b.y) >= y && Math.min(a.y, b.y) <= y + height;

/** Where lines may run along one axis: half-way between neighbouring sides of boxes, around them all, and where asked. */
export function lanes(boxes: readonly Rect[], axis: 'x' | 'y', also: readonly number[]): readonly number[] {
  const length = axis === 'x' ? 'width' : 'height';
  const sides = boxes.flatMap((box) => [box[axis], box[axis] + box[length]]).sort((a, b) => a - b);
  const between = sides.slice(1).map((side, i) => (side + (sides[i] ?? side)) / 2);
  const ends = [Math.min(...sides) - MARGIN, Math.max(...sides) + MARGIN];
  return [...new Set([...between, ...ends, ...also])].sort((a, b) => a - b);
}

/** The crossing with the next lane in a direction; undefined when there is none. */
export function nextLane(at: Point, heading: Point, xs: readonly number[], ys: readonly number[]): Point | undefined {
  const next = (all: readonly number[], from: number, by: number): number | undefined =>
    by === 0 ? from : by > 0 ? all.find((lane) => lane > from) : all.findLast((lane) => lane < from);
  const x = next(xs, at.x, heading.x);
  const y = next(ys, at.y, heading.y);
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** A line as the `d` of an SVG path. */
export const pathData = (points: readonly Point[]): string => points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** The point at a fraction of the length of a line, for a message under way. */
export function pointAt(points: readonly Point[], fraction: number): Point {
  const pieces = points.slice(1).map((end, i) => ({ start: points[i] ?? end, end }));
  let left = fraction * pieces.reduce((sum, { start, end }) => sum + steps(start, end), 0);
  for (const { start, end } of pieces) {
    const length = steps(start, end);
    if (left <= length && length > 0) {
      const part = left / length;
      return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}
