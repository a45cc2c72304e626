import base from '../../diagrams/eks-deployment/scenario.ts';
import { eksDomain } from '../../src/simulation/eks/domain.ts';
import type { Deployment } from '../../src/simulation/eks/objects.ts';
import { smallCluster } from '../../src/simulation/eks/small-cluster.ts';
import type { ClusterPlan } from '../../src/simulation/eks/start.ts';
import { clientAsks, deploymentCreated, startCluster } from '../../src/simulation/eks/start.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun } from '../../src/simulation/engine/run.ts';

/** Long after the last of the pods has become available. */
const UNTIL = 1_800_000;

const OPENS_AT = 1_000;

const labels = { app: 'web' };

const web = (replicas: number): Deployment => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    replicas,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { containers: [{ name: 'web', image: 'web:8', resources: { requests: { cpu: '10m', memory: '16Mi' } } }] },
    },
  },
});

/** A cluster of so many nodes, each with room for 110 pods. */
export const clusterOf = (nodes: number): ClusterPlan => ({
  ...smallCluster,
  instanceType: 'm7i.4xlarge',
  allocatable: { cpu: '15890m', memory: '57971Mi', pods: '110' },
  nodes: Array.from({ length: nodes }, (_, index) => ({
    address: `10.0.${index >> 7}.${(index & 127) + 10}`,
    zone: ['a', 'b', 'c'][index % 3] ?? 'a',
  })),
});

/** A Deployment of so many pods on so many nodes, which is made before the reader's eyes. */
export function manyPods(pods: number, nodes: number): Run {
  const plan = clusterOf(nodes);
  const create = clientAsks(plan, deploymentCreated(plan, web(pods)), `create deployment web with ${pods} replicas`, OPENS_AT + 1);
  const start = [...startCluster(plan), create];
  return beginRun({ ...base, domain: eksDomain, start, opensAt: OPENS_AT, horizon: UNTIL }, { inputs: [] });
}
