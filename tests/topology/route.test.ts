import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathData, pointAt, steps, touches } from '../../src/topology/geometry.ts';
import { route } from '../../src/topology/route.ts';

const box = (x: number, y: number, width = 40, height = 20) => ({ x, y, width, height });

/** Boxes of any size, one in each chosen cell of a grid, with gaps between. */
const boxes = fc
  .uniqueArray(fc.nat(15), { minLength: 2, maxLength: 10 })
  .chain((cells) => fc.tuple(fc.constant(cells), fc.array(fc.tuple(fc.integer({ min: 20, max: 90 }), fc.integer({ min: 20, max: 90 })), { minLength: 10, maxLength: 10 })))
  .map(([cells, sizes]) => cells.map((cell, i) => box((cell % 4) * 100, Math.floor(cell / 4) * 100, sizes[i]?.[0], sizes[i]?.[1]))); // prettier-ignore

describe('a route', () => {
  test('is a straight line between boxes that face each other', () => {
    expect(route(box(0, 0), box(100, 0), [])).toEqual([{ x: 40, y: 10 }, { x: 100, y: 10 }]); // prettier-ignore
  });

  test('joins the sides that face each other and bends half-way in the gap', () => {
    expect(route(box(0, 0), box(100, 100), [])).toEqual([
      { x: 40, y: 10 },
      { x: 70, y: 10 },
      { x: 70, y: 110 },
      { x: 100, y: 110 },
    ]);
  });

  test('goes around a box between', () => {
    const line = route(box(0, 0), box(200, 0), [box(100, -20, 40, 60)]);
    expect(line?.length).toBeGreaterThan(2);
  });

  test('is not to be had into a box within', () => {
    expect(route(box(0, 0, 200, 200), box(50, 50), [])).toBeUndefined();
  });

  test('is right-angled, begins and ends at a side, and meets no box on its way', () => {
    fc.assert(
      fc.property(boxes, ([from, to, ...walls]) => {
        if (from === undefined || to === undefined) return;
        const line = route(from, to, walls) ?? [];
        const pieces = line.slice(1).map((end, i) => [line[i] ?? end, end] as const);
        expect(pieces.length).toBeGreaterThan(0);
        pieces.forEach(([a, b], i) => {
          expect(a.x === b.x || a.y === b.y).toBe(true);
          expect(walls.some((wall) => touches(a, b, wall))).toBe(false);
          expect(touches(a, b, from)).toBe(i === 0);
          expect(touches(a, b, to)).toBe(i === pieces.length - 1);
        });
      }),
    );
  });
});

describe('a line', () => {
  const line = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 30 }]; // prettier-ignore

  test('is printed as a path', () => {
    expect(pathData(line)).toBe('M0 0L10 0L10 30');
  });

  test('has a point at every fraction of its length', () => {
    expect([0, 0.25, 0.5, 1].map((fraction) => pointAt(line, fraction))).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 10, y: 30 },
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (fraction) => {
        expect(steps({ x: 0, y: 0 }, pointAt(line, fraction))).toBeCloseTo(40 * fraction);
      }),
    );
  });
});
