import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { JSDOM } from 'jsdom';
import type { FlowDB } from 'mermaid/dist/diagrams/flowchart/flowDb.js';
import type { Plugin } from 'vite';
import { type Flowchart, fromFlowchart } from '../topology/from-flowchart.ts';
import type { Topology } from '../topology/topology.ts';

/** What is used of Mermaid. Its types call the parsed diagram deprecated without offering another way to it. */
interface MermaidParser {
  readonly parse: (text: string) => Promise<unknown>;
  readonly mermaidAPI: { readonly getDiagramFromText: (text: string) => Promise<{ readonly type: string; readonly db: unknown }> };
}

/** What is used of a parsed flowchart. */
type FlowParts = Pick<FlowDB, 'getDirection' | 'getVertices' | 'getSubGraphs' | 'getEdges' | 'getData'>;

/**
 * Mermaid's label sanitizer takes `window` when it is loaded. It gets a stand-in for that moment alone: loading is
 * synchronous here, so nothing else in this process ever takes itself to be in a browser.
 */
function loadMermaid(): MermaidParser {
  return withWindow(() => createRequire(import.meta.url)('mermaid') as { readonly default: MermaidParser }).default;
}

function withWindow<T>(work: () => T): T {
  Object.assign(globalThis, { window: new JSDOM('').window });
  try {
    return work();
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
}

let loaded: MermaidParser | undefined;

/** Reads Mermaid text as a topology. Throws one sentence when it is not one. */
export async function parseTopology(text: string): Promise<Topology> {
  const mermaid = (loaded ??= loadMermaid());
  await mermaid.parse(text); // also registers the sorts of diagram, which the next call needs
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (!type.startsWith('flowchart')) throw new Error(`A topology is a flowchart, not a diagram of type ${type}.`);
  return fromFlowchart(flowchartOf(db as FlowParts)); // the type of a diagram decides the class of its db
}

function flowchartOf(db: FlowParts): Flowchart {
  return {
    direction: db.getDirection(),
    vertices: [...db.getVertices().values()].map(({ id, text, type, classes }) => ({ id, label: text, shape: type, classes })),
    subgraphs: db
      .getSubGraphs()
      .map(({ id, title, nodes, classes, dir }) => ({ id, label: title, shape: undefined, classes, members: nodes, direction: dir })),
    edges: db
      .getEdges()
      .map(({ start, end, text, type }) => ({ from: start, to: end, label: text, both: type?.startsWith('double') ?? false })),
    dropped: db.getData().other.droppedSubGraphMembers ?? [],
  };
}

/** Reads a topology file. Throws one sentence that names the file. */
export async function readTopology(file: string): Promise<Topology> {
  try {
    return await parseTopology(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${relative(process.cwd(), file)} is not a topology. ${reason}`, { cause: error });
  }
}

/** Lets code import a `.mmd` file as a topology; nothing of Mermaid reaches the reader's browser. */
export const topologyModules = (): Plugin => ({
  name: 'drydock-topology-modules',
  enforce: 'pre',
  async load(id) {
    const [file = id] = id.split('?');
    if (!file.endsWith('.mmd') || id.includes('?raw')) return null;
    return `export default ${JSON.stringify(await readTopology(file))};`;
  },
});
