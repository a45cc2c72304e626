import type { Frame } from '../model/frame.ts';
import type { Id } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import type { Resource } from '../model/resource.ts';
import { toneOf } from '../model/status.ts';
import { homes, type Nesting, partKey } from './home.ts';
import type { Box, Collection, Placed, Placement, Spot, StatusCount } from './placement.ts';
import type { Topology, TopologyNode } from './topology.ts';

/** More members of a kind than this in one box are counted, not drawn. */
const MOST_DRAWN = 24;
/** So many of those that have gone stay in sight in a box. */
const MOST_GONE = 2;

/** Draws the resources of a frame on a topology. The order never depends on a status. Kinds that the topology lacks are left out. */
export function place(topology: Topology, nesting: Nesting, frame: Frame): Placement {
  const present = new Set(Array.from(frame.resources.values(), ({ kind }) => kind));
  const { members } = inside({ topology, present, lodgers: lodgersOf(topology, nesting, frame) }, '', undefined);
  return { frame, roots: members, spots: spotsOf(members) };
}

type Lodgers = Map<TopologyNode, Resource[]>;

interface Ground {
  readonly topology: Topology;
  readonly present: ReadonlySet<Kind>;
  /** The resources in each box, by its key. */
  readonly lodgers: ReadonlyMap<string, Lodgers>;
}

function lodgersOf(topology: Topology, nesting: Nesting, frame: Frame): ReadonlyMap<string, Lodgers> {
  const homeOf = homes(topology, nesting, frame);
  const nodes = new Map(topology.nodes.map((node) => [node.kind, node]));
  const lodgers = new Map<string, Lodgers>();
  for (const resource of [...frame.resources.values()].sort(byCreation)) {
    const node = nodes.get(resource.kind);
    if (node === undefined) continue;
    const key = homeOf(resource, node);
    const here = lodgers.get(key) ?? new Map<TopologyNode, Resource[]>();
    lodgers.set(key, here);
    const kin = here.get(node);
    if (kin === undefined) here.set(node, [resource]);
    else kin.push(resource);
  }
  return lodgers;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byCreation(a: Resource, b: Resource): number {
  return compare(a.createdAt ?? '', b.createdAt ?? '') || (a.order ?? 0) - (b.order ?? 0) || compare(a.id, b.id);
}

/** What is in a box of a node: its parts, and the resources that live there. */
function inside(ground: Ground, key: string, node: TopologyNode | undefined): Pick<Box, 'members' | 'goneCount'> {
  const lodgers = ground.lodgers.get(key);
  const members: Placed[] = [];
  const crowds: Lodgers = new Map();
  let goneCount = 0;
  for (const child of ground.topology.nodes) {
    const residents = lodgers?.get(child);
    if (residents !== undefined) {
      const boxes = residents.map((resource) => boxOf(ground, resource.id, child, resource));
      const drawn = withoutLongGone(boxes);
      goneCount += boxes.length - drawn.length;
      if (drawn.length <= MOST_DRAWN) members.push(...drawn);
      else crowd(drawn, crowds);
    } else if (child.parent === node?.id && isPart(ground, child)) {
      members.push(boxOf(ground, partKey(key, child), child));
    }
  }
  return { members: [...members, ...Array.from(crowds, ([child, resources]) => collectionOf(key, child, resources))], goneCount };
}

/** Drawn though it stands for no resource: a part of the picture, or the one box of a kind that the frame lacks. */
const isPart = ({ present }: Ground, { kind, many }: TopologyNode): boolean => kind === undefined || (!many && !present.has(kind));

const boxOf = (ground: Ground, key: string, node: TopologyNode, resource?: Resource): Box => ({
  type: 'box',
  key,
  node,
  ...(resource === undefined ? {} : { resource }),
  ...inside(ground, key, node),
});

function withoutLongGone(boxes: readonly Box[]): readonly Box[] {
  const mayGo = ({ resource, members }: Box): boolean =>
    resource !== undefined && resource.order === undefined && members.length === 0 && toneOf(resource) === 'gone';
  const gone = boxes.filter(mayGo);
  const old = new Set(gone.toSorted((a, b) => compare(a.resource?.since ?? '', b.resource?.since ?? '')).slice(0, -MOST_GONE));
  return boxes.filter((box) => !old.has(box));
}

/** Gathers the resources of boxes and of all that is in them. */
function crowd(boxes: readonly Placed[], into: Lodgers): void {
  for (const placed of boxes) {
    const resources = placed.type === 'collection' ? placed.resources : placed.resource === undefined ? [] : [placed.resource];
    const kin = into.get(placed.node) ?? [];
    for (const resource of resources) kin.push(resource);
    if (kin.length > 0) into.set(placed.node, kin);
    if (placed.type === 'box') crowd(placed.members, into);
  }
}

function collectionOf(outer: string, node: TopologyNode, resources: readonly Resource[]): Collection {
  const counts = new Map<string, StatusCount>();
  for (const resource of resources) {
    const tone = toneOf(resource);
    const key = `${resource.status} ${tone}`;
    counts.set(key, { status: resource.status, tone, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return { type: 'collection', key: partKey(outer, node), node, resources, counts: [...counts.values()] };
}

function spotsOf(roots: readonly Placed[]): ReadonlyMap<Id, Spot> {
  const spots = new Map<Id, Spot>();
  const visit = (placed: Placed, around: readonly Box[]): void => {
    const spot: Spot = { placed, around };
    if (placed.type === 'collection') {
      for (const { id } of placed.resources) spots.set(id, spot);
      return;
    }
    spots.set(placed.resource?.id ?? placed.node.id, spot);
    for (const member of placed.members) visit(member, [placed, ...around]);
  };
  for (const root of roots) visit(root, []);
  return spots;
}
