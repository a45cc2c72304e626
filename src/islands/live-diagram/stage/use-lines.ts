import { useLayoutEffect, useState, type RefObject } from 'react';
import type { DrawnEdge } from '../../../topology/edges.ts';
import { routeOf } from '../../../topology/edges.ts';
import type { Point, Rect } from '../../../topology/geometry.ts';
import type { Placement } from '../../../topology/placement.ts';

type Lines = ReadonlyMap<string, readonly Point[]>;

/** The boxes of a picture as they are laid out now, by their keys, in pixels of the picture. */
function measure(picture: HTMLElement): ReadonlyMap<string, Rect> {
  const origin = picture.getBoundingClientRect();
  const rects = new Map<string, Rect>();
  for (const element of picture.querySelectorAll<HTMLElement>('[data-box]')) {
    const { left, top, width, height } = element.getBoundingClientRect();
    rects.set(element.dataset['box'] ?? '', { x: left - origin.left, y: top - origin.top, width, height });
  }
  return rects;
}

const sameLines = (a: Lines, b: Lines): boolean => JSON.stringify([...a]) === JSON.stringify([...b]);

/** The lines of edges between the boxes around a layer, found again whenever the boxes are laid out anew; empty before the first layout. */
export function useLines(edges: readonly DrawnEdge[], placement: Placement, layer: RefObject<SVGSVGElement | null>): Lines {
  const [lines, setLines] = useState<Lines>(new Map());
  useLayoutEffect(() => {
    const picture = layer.current?.parentElement;
    if (picture === null || picture === undefined) return;
    const lay = (): void => {
      const rects = measure(picture);
      const found = edges.flatMap((edge) => {
        const line = routeOf(edge, placement, rects);
        return line === undefined ? [] : [[edge.key, line] as const];
      });
      const next: Lines = new Map(found);
      setLines((before) => (sameLines(before, next) ? before : next));
    };
    lay();
    const observer = new ResizeObserver(lay);
    observer.observe(picture);
    for (const box of picture.querySelectorAll('[data-box]')) observer.observe(box);
    return () => {
      observer.disconnect();
    };
  }, [edges, placement, layer]);
  return lines;
}
