import { idOf } from '../../src/simulation/eks/start.ts';
import { binding, entry, existing, namespace, principal, role, roleArn } from '../../src/simulation/eks/access/start-access.ts';
import { defaultRoles } from '../../src/simulation/eks/access/start-default-roles.ts';
import { policyArn } from '../../src/simulation/eks/access/access-policies.ts';
import { smallCluster } from '../../src/simulation/eks/small-cluster.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** A cluster without nodes: permissions need none. */
export const plan = { ...smallCluster, nodes: [] };

/** The people of the diagram, each by the IAM role that he signs with; nora has no access entry yet. */
export const people = {
  ada: roleArn(plan, 'ada'),
  ben: roleArn(plan, 'ben'),
  cleo: roleArn(plan, 'cleo'),
  nora: roleArn(plan, 'nora'),
} as const;

/** The name under which somebody is drawn as a subject. */
export const userId = (name: string): string => idOf(plan, 'User', name, '');
/** The last question of a user. */
export const reviewId = (user: string): string => idOf(plan, 'SubjectAccessReview', user, '');
export const webAccount = idOf(plan, 'ServiceAccount', 'web', 'shop');

const rules = {
  developer: [
    { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'watch', 'update', 'patch'] },
  ],
  configReader: [{ apiGroups: [''], resources: ['configmaps'], resourceNames: ['web'], verbs: ['get', 'watch'] }],
  nodeReader: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] }],
};

/** Who there is and what is bound. */
export const access = [
  principal(plan, 'ada', 'platform team'),
  principal(plan, 'ben', 'leads the shop team'),
  principal(plan, 'cleo', 'develops the shop'),
  principal(plan, 'nora', 'is new here'),
  entry(plan, 'ada', [], [{ policyArn: policyArn('AmazonEKSClusterAdminPolicy'), accessScope: { type: 'cluster', namespaces: [] } }]),
  entry(plan, 'ben', ['shop-leads']),
  entry(plan, 'cleo', ['developers']),
  namespace(plan, 'shop'),
  namespace(plan, 'billing'),
  existing(plan, 'ServiceAccount', 'shop', 'web'),
  ...defaultRoles(plan),
  role(plan, '', 'node-reader', rules.nodeReader),
  role(plan, 'shop', 'developer', rules.developer),
  role(plan, 'shop', 'config-reader', rules.configReader),
  binding(plan, 'shop', 'shop-leads', 'ClusterRole', 'admin', [{ kind: 'Group', name: 'shop-leads', apiGroup: RBAC }]),
  binding(plan, 'shop', 'developers', 'Role', 'developer', [{ kind: 'Group', name: 'developers', apiGroup: RBAC }]),
  binding(plan, 'shop', 'web-config', 'Role', 'config-reader', [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }]),
  binding(plan, '', 'everybody-views', 'ClusterRole', 'view', [{ kind: 'User', name: 'cleo', apiGroup: RBAC }]),
];
