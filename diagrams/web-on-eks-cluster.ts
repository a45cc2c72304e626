import { arnOf, idOf, nodeName } from '../src/simulation/eks/start.ts';
import type { Service } from '../src/simulation/eks/endpoints/service.ts';
import type { Deployment } from '../src/simulation/eks/objects.ts';
import { smallCluster } from '../src/simulation/eks/small-cluster.ts';

/** One node in each of three zones. */
export const plan = smallCluster;

/** How the kubelet asks a container of the Deployment whether it is ready. */
export const probe = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 10, failureThreshold: 3 } as const;

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
            readinessProbe: probe,
          },
        ],
      },
    },
  },
};

/** The Service by which its clients reach it. */
export const webService: Service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    type: 'ClusterIP',
    clusterIP: '172.20.118.34',
    clusterIPs: ['172.20.118.34'],
    selector: { app: 'web' },
    ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: 8080 }],
  },
};

export const deploymentId = idOf(plan, 'Deployment', web.metadata.name);
export const clusterId = arnOf(plan);
export const nodeIds = plan.nodes.map(({ address }) => idOf(plan, 'Node', nodeName(plan, address), ''));
