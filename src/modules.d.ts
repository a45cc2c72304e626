declare module '*/diagram.yaml' {
  const definition: import('./topology/diagram-definition.ts').DiagramDefinition;
  export default definition;
}
declare module '*/facts/comparison.yaml' {
  const rows: readonly import('./compare/comparison-file.ts').ComparisonRow[];
  export default rows;
}
declare module '*/facts/ec2.yaml' {
  const facts: import('./model/fact.ts').FactFile;
  export default facts;
}
declare module '*/facts/eks-versions.yaml' {
  const facts: import('./model/fact.ts').FactFile;
  export default facts;
}
declare module '*/facts/fargate.yaml' {
  const facts: import('./model/fact.ts').FactFile;
  export default facts;
}
declare module '*/topology.mmd' {
  const topology: import('./topology/topology.ts').Topology;
  export default topology;
}
interface DocumentEventMap {
  /** What a live diagram tells its page of each frame and time that it draws; the frame of an account has no run. */
  'drydock:frame': CustomEvent<{
    readonly frame: import('./model/frame.ts').Frame;
    readonly time: number;
    readonly run?: import('./simulation/engine/run.ts').Run | undefined;
  }>;
}
interface HTMLElementEventMap {
  /** Asks a live diagram to go to a time of its run, and to rest there. */
  'drydock:seek': CustomEvent<{ readonly time: number }>;
  /** Asks a live diagram to begin anew. */
  'drydock:reset': Event;
  /** Asks a live diagram to play the run with these inputs up to a time. One that is not alive yet lets the event pass uncancelled. */
  'drydock:run': CustomEvent<{ readonly inputs: readonly import('./model/api-call.ts').Input[]; readonly until: number }>;
}
declare namespace App {
  interface Locals {
    /** How many live diagrams of the page have been drawn. */
    drawnDiagrams?: number;
  }
}
