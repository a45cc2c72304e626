import type { Scenario } from '../../simulation/engine/scenario.ts';
import type { DiagramDefinition } from '../../topology/diagram-definition.ts';
import type { Topology } from '../../topology/topology.ts';

/** Everything that makes one live diagram. */
export interface DiagramParts {
  readonly scenario: Scenario;
  readonly topology: Topology;
  readonly definition: DiagramDefinition;
}

const scenarios = import.meta.glob<Scenario>('/diagrams/*/scenario.ts', { import: 'default' });
const topologies = import.meta.glob<Topology>('/diagrams/*/topology.mmd', { import: 'default' });
const definitions = import.meta.glob<DiagramDefinition>('/diagrams/*/diagram.yaml', { import: 'default' });

/** The ids of all live diagrams. */
export const diagramIds: readonly string[] = Object.keys(scenarios).map((path) => path.split('/')[2] ?? path);

async function load(id: string): Promise<DiagramParts> {
  const scenario = scenarios[`/diagrams/${id}/scenario.ts`];
  const topology = topologies[`/diagrams/${id}/topology.mmd`];
  const definition = definitions[`/diagrams/${id}/diagram.yaml`];
  if (scenario === undefined || topology === undefined || definition === undefined) {
    throw new Error(`There is no diagram ${id}; a diagram is a folder in diagrams/ with topology.mmd, diagram.yaml and scenario.ts.`);
  }
  const [a, b, c] = await Promise.all([scenario(), topology(), definition()]);
  return { scenario: a, topology: b, definition: c };
}

const loaded = new Map<string, Promise<DiagramParts>>();

/** The parts of a diagram, each diagram in a chunk of its own; the same promise for the same id. */
export function partsOf(id: string): Promise<DiagramParts> {
  let parts = loaded.get(id);
  if (parts === undefined) {
    parts = load(id);
    loaded.set(id, parts);
  }
  return parts;
}
