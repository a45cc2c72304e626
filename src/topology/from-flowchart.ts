import { isKind, type Kind } from '../model/kind.ts';
import type { Topology, TopologyNode } from './topology.ts';

/** What Mermaid's parser makes of a flowchart, as far as a topology needs it. */
export interface Flowchart {
  readonly direction: string | undefined;
  /** In the order in which the source first names them; a subgraph that an edge names is among them, too. */
  readonly vertices: readonly FlowchartPart[];
  readonly subgraphs: readonly (FlowchartPart & { readonly members: readonly string[]; readonly direction: string | undefined })[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string; readonly both: boolean }[];
  /** Members that a second subgraph listed as well; Mermaid draws them in the first alone. */
  readonly dropped: readonly { readonly node: string; readonly keptBy: string; readonly droppedFrom: string }[];
}

interface FlowchartPart {
  readonly id: string;
  readonly label: string | undefined;
  readonly shape: string | undefined;
  readonly classes: readonly string[];
}

/** Shapes of several sheets: such a node stands for any number of resources. */
const manyShapes = new Set(['procs', 'processes', 'st-rect', 'stacked-rectangle']);

/** Reads a topology from a parsed flowchart. Throws one sentence when the flowchart is not one. */
export function fromFlowchart(chart: Flowchart): Topology {
  const [twice] = chart.dropped;
  if (twice) throw new Error(`The node ${twice.node} is in two boxes, ${twice.keptBy} and ${twice.droppedFrom}; leave it in one.`);
  const parents = new Map(chart.subgraphs.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const boxes = new Set(chart.subgraphs.map(({ id }) => id));
  const parts = [...chart.vertices.filter(({ id }) => !boxes.has(id)), ...chart.subgraphs];
  const rows = new Set(
    chart.subgraphs.flatMap(({ id, direction }) => (direction !== undefined && directionOf(direction) === 'LR' ? [id] : [])),
  );
  const drawn = parts.map((part) => nodeOf(part, boxes.has(part.id), parents.get(part.id)));
  const nodes = inSourceOrder(drawn.map((node) => (rows.has(node.id) ? { ...node, direction: 'LR' } : node)));
  checkKinds(nodes);
  return {
    direction: directionOf(chart.direction),
    nodes,
    edges: chart.edges.map(({ from, to, label, both }) => ({ from, to, ...(label === '' ? {} : { label }), ...(both ? { both } : {}) })),
  };
}

function directionOf(direction: string | undefined): Topology['direction'] {
  if (direction === 'LR') return 'LR';
  if (direction === 'TB' || direction === 'TD') return 'TB';
  throw new Error(`The direction ${direction} is not known; begin with "flowchart LR" or "flowchart TB".`);
}

function nodeOf({ id, label, shape, classes }: FlowchartPart, isBox: boolean, parent: string | undefined): TopologyNode {
  if (!isBox && shape === undefined) throw new Error(`The node ${id} is used but never drawn; write it with a label, such as ${id}[Name].`);
  const [kind, other] = classes.map(kindOf);
  if (other !== undefined) throw new Error(`The node ${id} has two kinds, ${kind} and ${other}; leave it one.`);
  return {
    id,
    label: label ?? id,
    many: shape !== undefined && manyShapes.has(shape),
    ...(kind === undefined ? {} : { kind }),
    ...(parent === undefined ? {} : { parent }),
  };
}

function kindOf(word: string): Kind {
  if (isKind(word)) return word;
  throw new Error(`The class ${word} is not a kind of resource; src/model/kind.ts lists them.`);
}

/** A resource has one place, so a kind is drawn by one node. */
function checkKinds(nodes: readonly TopologyNode[]): void {
  const drawnBy = new Map<Kind, string>();
  for (const { id, kind } of nodes) {
    if (kind === undefined) continue;
    const other = drawnBy.get(kind);
    if (other !== undefined) throw new Error(`The nodes ${other} and ${id} both stand for ${kind}; leave one.`);
    drawnBy.set(kind, id);
  }
}

/** Each box before what is in it, siblings in the order in which the source first names them or something in them. */
function inSourceOrder(nodes: readonly TopologyNode[]): readonly TopologyNode[] {
  const childrenOf = Map.groupBy(nodes, ({ parent }) => parent);
  const named = new Map<string, number>();
  const firstNamed = (node: TopologyNode): number => {
    const known = named.get(node.id);
    if (known !== undefined) return known;
    const children = childrenOf.get(node.id) ?? [];
    const first = children.length === 0 ? nodes.indexOf(node) : Math.min(...children.map(firstNamed));
    named.set(node.id, first);
    return first;
  };
  const withChildren = (node: TopologyNode): readonly TopologyNode[] => [node, ...below(node.id)];
  const below = (parent: string | undefined): readonly TopologyNode[] =>
    (childrenOf.get(parent) ?? []).toSorted((a, b) => firstNamed(a) - firstNamed(b)).flatMap(withChildren);
  return below(undefined);
}
