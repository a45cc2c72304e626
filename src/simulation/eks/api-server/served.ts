import type { KubeKind } from '../identity.ts';
import type { RequestInfo } from './request-info.ts';

/** A resource that the API server serves: its group, and the kind of its objects where the world holds such. */
interface ServedResource {
  readonly group: string;
  readonly kind?: KubeKind;
  readonly namespaced: boolean;
}

const RBAC = 'rbac.authorization.k8s.io';

const resources: Readonly<Record<string, ServedResource>> = {
  pods: { group: '', kind: 'Pod', namespaced: true },
  nodes: { group: '', kind: 'Node', namespaced: false },
  namespaces: { group: '', kind: 'Namespace', namespaced: false },
  serviceaccounts: { group: '', kind: 'ServiceAccount', namespaced: true },
  secrets: { group: '', namespaced: true },
  configmaps: { group: '', namespaced: true },
  deployments: { group: 'apps', kind: 'Deployment', namespaced: true },
  services: { group: '', kind: 'Service', namespaced: true },
  endpointslices: { group: 'discovery.k8s.io', kind: 'EndpointSlice', namespaced: true },
  jobs: { group: 'batch', kind: 'Job', namespaced: true },
  daemonsets: { group: 'apps', kind: 'DaemonSet', namespaced: true },
  poddisruptionbudgets: { group: 'policy', kind: 'PodDisruptionBudget', namespaced: true },
  networkpolicies: { group: 'networking.k8s.io', kind: 'NetworkPolicy', namespaced: true },
  replicasets: { group: 'apps', kind: 'ReplicaSet', namespaced: true },
  roles: { group: RBAC, kind: 'Role', namespaced: true },
  rolebindings: { group: RBAC, kind: 'RoleBinding', namespaced: true },
  clusterroles: { group: RBAC, kind: 'ClusterRole', namespaced: false },
  clusterrolebindings: { group: RBAC, kind: 'ClusterRoleBinding', namespaced: false },
};

/** What a request is served from; undefined when there is nothing under its path. */
export function servedBy({ group, resource, namespace }: RequestInfo): ServedResource | undefined {
  const served = resources[resource];
  return served?.group === group && (served.namespaced || namespace === '') ? served : undefined;
}
