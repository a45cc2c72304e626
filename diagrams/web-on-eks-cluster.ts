import type { ClusterPlan } from '../src/simulation/eks/start.ts';
import { arnOf, idOf, nodeName } from '../src/simulation/eks/start.ts';
import type { Deployment } from '../src/simulation/eks/objects.ts';

/** A small cluster: one node in each of three zones. An m7i.large has 2 vCPU and 8 GiB; some of it is kept for the system. */
export const plan: ClusterPlan = {
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

/** The Deployment of the lesson: each pod asks for half a CPU, so three fit on a node beside the system's own. */
export const web: Deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default', labels: { app: 'web' } },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'web',
            image: 'web:7',
            imagePullPolicy: 'Always',
            ports: [{ containerPort: 8080, protocol: 'TCP' }],
            resources: { requests: { cpu: '500m', memory: '256Mi' } },
            readinessProbe: { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 10, failureThreshold: 3 },
          },
        ],
      },
    },
  },
};

export const deploymentId = idOf(plan, 'Deployment', web.metadata.name);
export const clusterId = arnOf(plan);
export const nodeIds = plan.nodes.map(({ address }) => idOf(plan, 'Node', nodeName(plan, address), ''));
