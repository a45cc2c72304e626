import type { Deployment } from '../../src/simulation/eks/objects.ts';
import { arnOf, idOf, nodeName } from '../../src/simulation/eks/start.ts';
import { smallCluster, twoNodes } from '../../src/simulation/eks/small-cluster.ts';

/** A small cluster: two nodes, so that a pod that has to leave one finds another. */
export const plan = { ...smallCluster, nodes: twoNodes };

const healthz = { httpGet: { path: '/healthz', port: 8080 } };

/** One pod of three containers: one that must finish first, one that stays beside the app, and the app with all probes. */
export const web: Deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default', labels: { app: 'web' } },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'web' } },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        initContainers: [
          { name: 'migrate', image: 'migrate:3', resources: { requests: { cpu: '100m', memory: '64Mi' } } },
          {
            name: 'proxy',
            image: 'proxy:2',
            restartPolicy: 'Always',
            startupProbe: { httpGet: { path: '/ready', port: 9000 }, periodSeconds: 2, failureThreshold: 30 },
            resources: { requests: { cpu: '100m', memory: '64Mi' } },
          },
        ],
        containers: [
          {
            name: 'app',
            image: 'web:7',
            envFrom: [{ configMapRef: { name: 'web-settings' } }],
            ports: [{ containerPort: 8080, protocol: 'TCP' }],
            resources: { requests: { cpu: '500m', memory: '256Mi' }, limits: { memory: '512Mi' } },
            startupProbe: { ...healthz, periodSeconds: 5, failureThreshold: 6 },
            readinessProbe: healthz,
            livenessProbe: healthz,
            lifecycle: { preStop: { sleep: { seconds: 5 } } },
          },
        ],
      },
    },
  },
};

export const deploymentId = idOf(plan, 'Deployment', web.metadata.name);
export const clusterId = arnOf(plan);
export const nodeIds = plan.nodes.map(({ address }) => idOf(plan, 'Node', nodeName(plan, address), ''));
