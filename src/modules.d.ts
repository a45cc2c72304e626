declare module '*/diagram.yaml' {
  const definition: import('./topology/diagram-definition.ts').DiagramDefinition;
  export default definition;
}
declare module '*/topology.mmd' {
  const topology: import('./topology/topology.ts').Topology;
  export default topology;
}
