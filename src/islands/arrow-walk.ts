/** Where an arrow key leads from one box of a picture: sides in pixels. */
export type Side = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Whether a key is one of the four arrows. */
export const isSide = (key: string): key is Side => key.startsWith('Arrow');

type Rect = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** How far one span lies beyond another, and how far they miss each other; 0 where they overlap. */
const apart = (aFrom: number, aTo: number, bFrom: number, bTo: number): number => Math.max(0, bFrom - aTo, aFrom - bTo);

/** The distance from one box to another that lies on a side of it; undefined when it does not lie there. Straight ahead is nearer. */
function distance(from: Rect, to: Rect, side: Side): number | undefined {
  const across = side === 'ArrowLeft' || side === 'ArrowRight';
  const ahead = {
    ArrowLeft: from.left - to.right,
    ArrowRight: to.left - from.right,
    ArrowUp: from.top - to.bottom,
    ArrowDown: to.top - from.bottom,
  }[side];
  if (ahead < -1) return undefined;
  const aside = across ? apart(from.top, from.bottom, to.top, to.bottom) : apart(from.left, from.right, to.left, to.right);
  return ahead + 3 * aside;
}

/** The index of the nearest box on a side of one; where nothing is measured, its neighbour in the order of reading. */
export function neighbour(rects: readonly Rect[], at: number, side: Side): number | undefined {
  const from = rects[at];
  if (from === undefined) return undefined;
  if (rects.every(({ left, right }) => left === right)) {
    const next = at + (side === 'ArrowRight' || side === 'ArrowDown' ? 1 : -1);
    return next in rects ? next : undefined;
  }
  let nearest: number | undefined;
  let least = Infinity;
  rects.forEach((to, i) => {
    const far = i === at ? undefined : distance(from, to, side);
    if (far === undefined || far >= least) return;
    nearest = i;
    least = far;
  });
  return nearest;
}
