import { arnOf, idOf } from '../../src/simulation/eks/start.ts';
import type { Deployment } from '../../src/simulation/eks/objects.ts';
import { binding, entry, namespace, principal, role, roleArn } from '../../src/simulation/eks/access/start-access.ts';
import { policyArn } from '../../src/simulation/eks/access/access-policies.ts';
import { smallCluster } from '../../src/simulation/eks/small-cluster.ts';

/** A cluster one minor version behind the newest, with one node in each of three zones. */
export const plan = { ...smallCluster, version: '1.35' };

export const clusterId = arnOf(plan);
/** A member of etcd, by its number. */
export const etcdId = (number: number): string => `${clusterId}/etcd-${number}`;
export const deploymentId = idOf(plan, 'Deployment', 'web', 'shop');

/** The people of the diagram, each by the IAM role that he signs with. */
export const people = {
  admin: roleArn(plan, 'admin'),
  developer: roleArn(plan, 'developer'),
  auditor: roleArn(plan, 'auditor'),
  visitor: roleArn(plan, 'visitor'),
} as const;

/** Who may come in, and what they may do. */
export const access = [
  principal(plan, 'admin', 'may do everything'),
  principal(plan, 'developer', 'works in shop'),
  principal(plan, 'auditor', 'looks at shop'),
  principal(plan, 'visitor', 'has no access entry'),
  entry(plan, 'admin', [], [{ policyArn: policyArn('AmazonEKSClusterAdminPolicy'), accessScope: { type: 'cluster', namespaces: [] } }]),
  entry(plan, 'developer', ['developers']),
  entry(plan, 'auditor', [], [{ policyArn: policyArn('AmazonEKSViewPolicy'), accessScope: { type: 'namespace', namespaces: ['shop'] } }]),
  namespace(plan, 'kube-system'),
  namespace(plan, 'shop', 'restricted'),
  role(plan, 'shop', 'developer', [
    { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
    { apiGroups: ['apps'], resources: ['deployments', 'deployments/scale'], verbs: ['get', 'list', 'watch', 'patch'] },
  ]),
  binding(plan, 'shop', 'developers', 'Role', 'developer', [{ kind: 'Group', name: 'developers', apiGroup: 'rbac.authorization.k8s.io' }]),
];

/** A Deployment whose pods the level restricted admits. */
export const web: Deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: 'web',
            image: 'web:7',
            resources: { requests: { cpu: '500m', memory: '256Mi' } },
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          },
        ],
      },
    },
  },
};
