import type { Frame } from '../model/frame.ts';
import type { Kind } from '../model/kind.ts';
import type { RelationKind, Resource } from '../model/resource.ts';
import type { DiagramDefinition } from './diagram-definition.ts';
import type { Topology, TopologyNode } from './topology.ts';

/** The rules of a grouping that differ from the topology: which kind is drawn in which, along which relation. */
export type Nesting = DiagramDefinition['groupings'][number]['nest'];

/** A box around a resource: its key, and the node that it is drawn from. The open ground around all boxes has the key ''. */
interface Home {
  readonly key: string;
  readonly node: string | undefined;
}

const ground: Home = { key: '', node: undefined };
const containment: readonly RelationKind[] = ['part-of', 'owned-by'];

/** The key of a drawn part in a box. */
export const partKey = (outer: string, node: TopologyNode): string => (outer === '' ? node.id : `${outer}/${node.id}`);

/** Answers in which box a resource of a frame is drawn, by the key of the box. */
export function homes(topology: Topology, nesting: Nesting, frame: Frame): (resource: Resource, node: TopologyNode) => string {
  const nodes = new Map(topology.nodes.map((node) => [node.id, node]));
  const present = new Set<Kind>();
  for (const { kind } of frame.resources.values()) present.add(kind);

  /** The box of a node around a resource; where it has none, the nearest one further out. */
  const within = (resource: Resource, id: string | undefined): Home => {
    const node = id === undefined ? undefined : nodes.get(id);
    if (node === undefined) return ground;
    const holder = node.kind && related(frame, resource, node.kind, containment);
    if (holder !== undefined) return { key: holder.id, node: node.id };
    const outer = within(resource, node.parent);
    const drawnAsPart = node.kind === undefined || !present.has(node.kind);
    return drawnAsPart && outer.node === node.parent ? { key: partKey(outer.key, node), node: node.id } : outer;
  };

  return (resource, node) => {
    const rule = nesting.find(({ kind }) => kind === resource.kind);
    const host = rule && (rule.by === 'used-by' ? userOf(frame, resource, rule.in) : related(frame, resource, rule.in, [rule.by]));
    return host?.id ?? within(resource, node.parent).key;
  };
}

/** The resource of a kind that uses another, if it is the only one. */
function userOf(frame: Frame, { id }: Resource, kind: Kind): Resource | undefined {
  const uses = (user: Resource): boolean => frame.relations.get(user.id)?.some((way) => way.kind === 'uses' && way.to === id) ?? false;
  const users = Array.from(frame.resources.values()).filter((user) => user.kind === kind && uses(user));
  return users.length === 1 ? users[0] : undefined;
}

/** The nearest resource of a kind that the relations lead to, over any resources between. */
function related(frame: Frame, start: Resource, kind: Kind, by: readonly RelationKind[]): Resource | undefined {
  const seen = new Set([start.id]);
  for (const id of seen) {
    for (const relation of frame.relations.get(id) ?? []) {
      if (!by.includes(relation.kind)) continue;
      const next = frame.resources.get(relation.to);
      if (next?.kind === kind) return next;
      seen.add(relation.to);
    }
  }
  return undefined;
}
