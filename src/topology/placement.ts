import type { Frame } from '../model/frame.ts';
import type { Id } from '../model/json.ts';
import type { Resource } from '../model/resource.ts';
import type { Tone } from '../model/status.ts';
import type { TopologyNode } from './topology.ts';

/** Where everything of a frame is drawn: a tree of boxes. */
export interface Placement {
  readonly frame: Frame;
  readonly roots: readonly Placed[];
  /** Where a resource or a drawn part is, by its id: itself, or the collection that counts it. */
  readonly spots: ReadonlyMap<Id, Spot>;
}

/** One thing drawn: a box, or a counted group. */
export type Placed = Box | Collection;

/** A node of the topology as it is drawn: a card when nothing is in it, a frame around its members otherwise. */
export interface Box {
  readonly type: 'box';
  /** Stays the same over time: the id of the resource, or the path of a drawn part. */
  readonly key: string;
  readonly node: TopologyNode;
  /** What it stands for; absent for a drawn part, and for a kind of which the frame has no resource. */
  readonly resource?: Resource;
  readonly members: readonly Placed[];
  /** How many more resources in here have gone and are not drawn. */
  readonly goneCount: number;
}

/** Too many members of a kind to draw one by one. */
export interface Collection {
  readonly type: 'collection';
  readonly key: string;
  readonly node: TopologyNode;
  readonly resources: readonly Resource[];
  readonly counts: readonly StatusCount[];
}

/** How many resources of a collection have a status. */
export interface StatusCount {
  readonly status: string;
  readonly tone: Tone;
  readonly count: number;
}

/** A drawn thing with the boxes around it, innermost first. */
export interface Spot {
  readonly placed: Placed;
  readonly around: readonly Box[];
}
