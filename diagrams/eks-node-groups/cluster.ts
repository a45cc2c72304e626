import type { StoredBudget } from '../../src/simulation/eks/disruption/eviction.ts';
import { groupArn, groupNameOf, nodegroupId } from '../../src/simulation/eks/node-group/start-node-group.ts';
import type { DaemonSet, Deployment } from '../../src/simulation/eks/objects.ts';
import type { ClusterPlan } from '../../src/simulation/eks/start.ts';
import { arnOf, idOf, nodeName } from '../../src/simulation/eks/start.ts';
import { smallCluster } from '../../src/simulation/eks/small-cluster.ts';

/** A cluster one minor version behind the newest, with a managed node of an m7i.large in each of three zones. */
export const plan = { ...smallCluster, version: '1.35' };

/** The one node that the reader manages himself. */
export const ownNodes: ClusterPlan['nodes'] = [{ address: '10.0.1.200', zone: 'a' }];

export const clusterId = arnOf(plan);
export const groupId = nodegroupId(plan);
export const autoScalingId = groupArn(plan, groupNameOf(plan));
export const ownGroupId = groupArn(plan, 'own-nodes');
export const deploymentId = idOf(plan, 'Deployment', 'web');
export const budgetId = idOf(plan, 'PodDisruptionBudget', 'web-budget');
/** A node that is there from the start, by its address. */
export const nodeId = (address: string): string => idOf(plan, 'Node', nodeName(plan, address), '');

/** Six pods; four of them fit on a node beside the daemon. */
export const web: Deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default', labels: { app: 'web' } },
  spec: {
    replicas: 6,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'web:7', resources: { requests: { cpu: '450m', memory: '256Mi' } } }] },
    },
  },
};

/** One pod of six may be away at a time. */
export const budget: StoredBudget = {
  metadata: { name: 'web-budget', namespace: 'default' },
  spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } },
};

/** The VPC CNI: a node without it is not Ready. */
export const awsNode: DaemonSet = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'aws-node', namespace: 'kube-system', labels: { 'k8s-app': 'aws-node' } },
  spec: {
    selector: { matchLabels: { 'k8s-app': 'aws-node' } },
    template: {
      metadata: { labels: { 'k8s-app': 'aws-node' } },
      spec: {
        hostNetwork: true,
        tolerations: [{ operator: 'Exists' }],
        containers: [{ name: 'aws-node', image: 'amazon-k8s-cni:1', resources: { requests: { cpu: '50m' } } }],
      },
    },
  },
};
