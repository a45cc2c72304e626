import type { ApiObject } from '../../src/model/api-object.ts';
import { namespace } from '../../src/simulation/eks/access/start-access.ts';
import type { ContainerPort, Deployment } from '../../src/simulation/eks/objects.ts';
import { arnOf, idOf } from '../../src/simulation/eks/start.ts';
import { smallCluster, twoNodes } from '../../src/simulation/eks/small-cluster.ts';

/** A small cluster: policies do not ask on which node a pod runs. */
export const plan = { ...smallCluster, nodes: twoNodes };

export const clusterId = arnOf(plan);

/** The namespaces, with the label that each gets by itself. */
export const namespaces: readonly ApiObject[] = ['shop', 'monitoring', 'kube-system'].map((name) => namespace(plan, name));

function workload(within: string, name: string, labels: Record<string, string>, ports: readonly ContainerPort[]): Deployment {
  const container = { name, image: `${name}:1`, ports, resources: { requests: { cpu: '100m', memory: '128Mi' } } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: within, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 10,
      template: { metadata: { labels: { ...labels, app: name } }, spec: { containers: [container] } },
    },
  };
}

const tcp = (name: string, containerPort: number): ContainerPort => ({ name, containerPort, protocol: 'TCP' });

/** A shop of three tiers, what watches it, and the DNS of the cluster. */
export const workloads: readonly Deployment[] = [
  workload('shop', 'web', { tier: 'frontend' }, [tcp('http', 8080)]),
  workload('shop', 'api', { tier: 'backend' }, [tcp('http', 8080)]),
  workload('shop', 'db', { tier: 'data' }, [tcp('postgres', 5432)]),
  workload('monitoring', 'prometheus', {}, [tcp('http', 9090)]),
  workload('kube-system', 'coredns', { 'k8s-app': 'kube-dns' }, [{ name: 'dns', containerPort: 53, protocol: 'UDP' }]),
];

/** The id of a policy in shop. */
export const policyId = (name: string): string => idOf(plan, 'NetworkPolicy', name, 'shop');
