import type { Message } from '../model/frame.ts';
import type { Id } from '../model/json.ts';
import type { Point, Rect } from './geometry.ts';
import type { Box, Placed, Placement, Spot } from './placement.ts';
import { route } from './route.ts';
import type { Topology, TopologyEdge } from './topology.ts';

/** An edge of the topology between two drawn boxes. */
export interface DrawnEdge {
  readonly key: string;
  readonly edge: TopologyEdge;
  /** Keys of the boxes at its ends. */
  readonly from: string;
  readonly to: string;
}

/** The edges between the boxes of a placement. An edge to a node that stands for many ends at the box around them. */
export function drawnEdges(topology: Topology, placement: Placement): readonly DrawnEdge[] {
  const keysOf = endKeys(topology, placement.roots);
  return topology.edges.flatMap((edge) =>
    keysOf(edge.from).flatMap((from) => keysOf(edge.to).map((to) => ({ key: `${from} → ${to}`, edge, from, to }))),
  );
}

function endKeys(topology: Topology, roots: readonly Placed[]): (node: string) => readonly string[] {
  const keys = new Map<string, string[]>();
  const visit = (placed: Placed): void => {
    keys.set(placed.node.id, [...(keys.get(placed.node.id) ?? []), placed.key]);
    if (placed.type === 'box') placed.members.forEach(visit);
  };
  roots.forEach(visit);
  const nodes = new Map(topology.nodes.map((node) => [node.id, node]));
  return (id) => {
    const node = nodes.get(id);
    return keys.get(node?.many === true ? (node.parent ?? id) : id) ?? [];
  };
}

/** The way that a message takes: along a drawn edge, or back along it. */
export interface Way {
  readonly edge: DrawnEdge;
  readonly backward: boolean;
}

/** The innermost drawn edge between the two ends of a message, or boxes around them. */
export function edgeFor(message: Pick<Message, 'from' | 'to'>, edges: readonly DrawnEdge[], placement: Placement): Way | undefined {
  const from = keysAround(spotOf(placement, message.from));
  const to = keysAround(spotOf(placement, message.to));
  let best: Way | undefined;
  let least = Infinity;
  for (const edge of edges) {
    for (const backward of [false, true]) {
      const start = from.indexOf(backward ? edge.to : edge.from);
      const end = to.indexOf(backward ? edge.from : edge.to);
      if (start === -1 || end === -1 || start + end >= least) continue;
      best = { edge, backward };
      least = start + end;
    }
  }
  return best;
}

/** Where a resource is drawn, or the nearest of those that it is a part of. */
export function spotOf({ frame, spots }: Placement, id: Id): Spot | undefined {
  const wholes = new Set([id]);
  for (const whole of wholes) {
    const spot = spots.get(whole);
    if (spot !== undefined) return spot;
    for (const { kind, to } of frame.relations.get(whole) ?? []) if (kind === 'part-of' || kind === 'owned-by') wholes.add(to);
  }
  return undefined;
}

const keysAround = (spot: Spot | undefined): readonly string[] =>
  spot === undefined ? [] : [spot.placed.key, ...spot.around.map(({ key }) => key)];

/** The line of a drawn edge between measured boxes, by their keys; undefined where a box is not measured or there is no gap. */
export function routeOf({ from, to }: DrawnEdge, placement: Placement, rects: ReadonlyMap<string, Rect>): readonly Point[] | undefined {
  const start = rects.get(from);
  const end = rects.get(to);
  if (start === undefined || end === undefined) return undefined;
  const walls: Rect[] = [];
  const frames: Rect[] = [];
  const sort = (placed: Placed): void => {
    if (placed.key === from || placed.key === to) return;
    const rect = rects.get(placed.key);
    const around = placed.type === 'box' && (holds(placed, from) || holds(placed, to));
    if (rect !== undefined) (around ? frames : walls).push(rect);
    if (around) placed.members.forEach(sort);
  };
  placement.roots.forEach(sort);
  return route(start, end, walls, frames);
}

const holds = (box: Box, key: string): boolean =>
  box.members.some((member) => member.key === key || (member.type === 'box' && holds(member, key)));
