import { memo, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { messagesBetween } from '../../../simulation/engine/playback.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { drawnEdges, edgeFor } from '../../../topology/edges.ts';
import { pathData } from '../../../topology/geometry.ts';
import type { Placement } from '../../../topology/placement.ts';
import type { Topology } from '../../../topology/topology.ts';
import { sendDot } from './message-dot.ts';
import { useLines } from './use-lines.ts';
import { useOwnId } from '../../own-id.ts';

interface Props {
  readonly topology: Topology;
  readonly placement: Placement;
  /** The run whose messages travel along the lines; an account has none. */
  readonly run: Run | undefined;
}

/** So many dots at most are on the way at once: more would tell nothing. */
const MOST_DOTS = 12;
/** More moments than these passed at once are a jump in time, in which nothing is seen to move. */
const MOST_MOMENTS = 30;

/** The lines between boxes, measured after each layout, and a dot for each message under way. */
export const Edges = memo(function Edges({ topology, placement, run }: Props) {
  const arrowId = useOwnId();
  const dots = useRef<SVGGElement>(null);
  const edges = useMemo(() => drawnEdges(topology, placement), [topology, placement]);
  const layer = useRef<SVGSVGElement>(null);
  const lines = useLines(edges, placement, layer);
  const { index } = placement.frame;
  const depart = useEffectEvent((from: number) => {
    if (run === undefined || index <= from || index - from > MOST_MOMENTS) return;
    for (const message of messagesBetween(run, from, index)) {
      const way = edgeFor(message, edges, placement);
      const line = way && lines.get(way.edge.key);
      if (line === undefined || dots.current === null || dots.current.childElementCount >= MOST_DOTS) continue;
      sendDot(dots.current, pathData(way?.backward === true ? line.toReversed() : line));
    }
  });
  // Lines that have moved leave nothing travelling where they were.
  useLayoutEffect(() => {
    dots.current?.replaceChildren();
  }, [lines]);
  const last = useRef(index);
  useLayoutEffect(() => {
    depart(last.current);
    last.current = index;
  }, [index]);
  return (
    <svg className="edges" ref={layer} aria-hidden="true">
      <marker id={arrowId} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
        <path d="M1 .5 7 4 1 7.5" />
      </marker>
      {Array.from(lines, ([key, line]) => (
        <path key={key} d={pathData(line)} markerEnd={`url(#${arrowId})`} />
      ))}
      <g ref={dots} data-messages />
    </svg>
  );
});
