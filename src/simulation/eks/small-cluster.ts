import type { Plot } from '../engine/scenario.ts';
import type { ClusterPlan } from './start.ts';

/* The parts from which diagrams build their starting world: one account, one Region, one cluster. */

/** The small cluster of the diagrams. An m7i.large has 2 vCPU and 8 GiB; some of it is kept for the system. */
export const smallCluster: ClusterPlan = {
  name: 'drydock',
  region: 'eu-west-1',
  account: '111122223333',
  version: '1.36',
  nodegroup: 'workers',
  instanceType: 'm7i.large',
  allocatable: { cpu: '1930m', memory: '7017Mi', pods: '29' },
  nodes: [
    { address: '10.0.1.12', zone: 'a' },
    { address: '10.0.2.40', zone: 'b' },
    { address: '10.0.3.77', zone: 'c' },
  ],
  createdAt: '2026-11-02T08:14:00.000Z',
};

/** The first two of its nodes, for what needs no third zone. */
export const twoNodes = smallCluster.nodes.slice(0, 2);

/** Pods that Deployments want, and those that are available. */
export const podsPlot: Plot = {
  title: 'Pods',
  unit: 'number',
  lines: [
    { measure: 'pods.wanted', label: 'wanted', look: 'wanted' },
    { measure: 'pods.available', label: 'available', look: 'good' },
  ],
};
