import type { JsonObject } from '../../src/model/json.ts';
import type { Deployment } from '../../src/simulation/eks/objects.ts';
import { arnOf, idOf, nodeName } from '../../src/simulation/eks/start.ts';
import { smallCluster } from '../../src/simulation/eks/small-cluster.ts';

/** Two nodes in one zone, one in each of two others. Three pods of web fit on a node. */
export const plan = { ...smallCluster, nodes: smallCluster.nodes.toSpliced(1, 0, { address: '10.0.1.31', zone: 'a' }) };

/** What keeps pods off the node in zone c. */
export const batchOnly = { key: 'dedicated', value: 'batch', effect: 'NoSchedule' } as const;

/** What lets a pod go there all the same. */
export const tolerateBatch = { key: batchOnly.key, operator: 'Equal', value: batchOnly.value, effect: batchOnly.effect } as const;

/** Pods that ask for so much CPU and wait for nobody. */
function deployment(name: string, replicas: number, cpu: string, more: JsonObject = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default', labels: { app: name } },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { ...more, containers: [{ name, image: `${name}:1`, resources: { requests: { cpu, memory: '256Mi' } } }] },
      },
    },
  } satisfies Deployment;
}

/** The Deployment that is there from the start. */
export const web = deployment('web', 5, '500m');

/** The one that a reader may add. Its pods go before those of web. */
export const urgent = deployment('urgent', 2, '900m', { priorityClassName: 'urgent', priority: 1_000_000 });

export const clusterId = arnOf(plan);
export const deploymentId = idOf(plan, 'Deployment', 'web');
/** A node by its address. */
export const nodeId = (address: string): string => idOf(plan, 'Node', nodeName(plan, address), '');
