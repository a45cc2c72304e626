import type { PolicyRule } from './rbac-objects.ts';

const read = ['get', 'list', 'watch'] as const;
const write = ['create', 'delete', 'deletecollection', 'patch', 'update'] as const;
const core = ['configmaps', 'pods', 'pods/log', 'serviceaccounts', 'services'] as const;
const apps = ['deployments', 'deployments/scale', 'replicasets', 'replicasets/scale'] as const;

/** Everything, everywhere: cluster-admin. */
export const everything: readonly PolicyRule[] = [
  { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
  { nonResourceURLs: ['*'], verbs: ['*'] },
];

/** What view allows of the resources that are simulated: no secrets, and no roles. */
export const viewRules: readonly PolicyRule[] = [
  { apiGroups: [''], resources: core, verbs: read },
  { apiGroups: ['apps'], resources: apps, verbs: read },
];

/** What edit adds to view. */
export const editOnlyRules: readonly PolicyRule[] = [
  { apiGroups: [''], resources: ['secrets', 'pods/exec'], verbs: read },
  { apiGroups: [''], resources: [...core, 'secrets', 'pods/exec'], verbs: write },
  { apiGroups: ['apps'], resources: apps, verbs: write },
];

/** What admin adds to edit: roles and bindings of the namespace. */
export const adminOnlyRules: readonly PolicyRule[] = [
  { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles', 'rolebindings'], verbs: [...read, ...write] },
];

/** All that edit allows. */
export const editRules: readonly PolicyRule[] = [...editOnlyRules, ...viewRules];

/** All that admin allows. */
export const adminRules: readonly PolicyRule[] = [...adminOnlyRules, ...editRules];
