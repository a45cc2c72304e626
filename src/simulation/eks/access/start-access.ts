import type { ApiObject } from '../../../model/api-object.ts';
import type { JsonObject } from '../../../model/json.ts';
import { isObject } from '../../../model/eks/read.ts';
import type { Effect } from '../../engine/effect.ts';
import { put } from '../../engine/effect.ts';
import type { KubeKind } from '../identity.ts';
import { kindsServed, kubeId } from '../identity.ts';
import type { PolicyRule, Subject } from '../rbac/rbac-objects.ts';
import type { ClusterPlan } from '../start.ts';
import { arnOf } from '../start.ts';
import type { AssociatedPolicy } from './access-entry.ts';
import { entryObject } from './access-entry.ts';

/** The API group of roles and bindings. */
export const RBAC = 'rbac.authorization.k8s.io';
const groups: Readonly<Partial<Record<KubeKind, string>>> = { Namespace: 'v1', ServiceAccount: 'v1' };

/** An object as it is there from the start. */
export function existing(plan: ClusterPlan, kind: KubeKind, namespace: string, name: string, rest: JsonObject = {}): ApiObject {
  const more = rest['metadata'];
  const metadata = {
    name,
    ...(namespace === '' ? {} : { namespace }),
    resourceVersion: '1000',
    creationTimestamp: plan.createdAt,
    ...(isObject(more) ? more : {}),
  };
  const body = { apiVersion: groups[kind] ?? `${RBAC}/v1`, kind, ...rest, metadata };
  return { id: kubeId(plan.name, kind, namespace, name), kind: kindsServed[kind], body };
}

/** A namespace; with a level, one that enforces it. */
export const namespace = (plan: ClusterPlan, name: string, level?: string): ApiObject =>
  existing(plan, 'Namespace', '', name, {
    metadata: {
      labels: { 'kubernetes.io/metadata.name': name, ...(level === undefined ? {} : { 'pod-security.kubernetes.io/enforce': level }) },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  });

/** A Role, or without a namespace a ClusterRole. */
export const role = (plan: ClusterPlan, within: string, name: string, rules: readonly PolicyRule[], labels: JsonObject = {}): ApiObject =>
  existing(plan, within === '' ? 'ClusterRole' : 'Role', within, name, { metadata: { labels }, rules });

/** A RoleBinding, or without a namespace a ClusterRoleBinding. */
export const binding = (
  plan: ClusterPlan,
  within: string,
  name: string,
  kind: 'Role' | 'ClusterRole',
  to: string,
  subjects: readonly Subject[],
): ApiObject =>
  existing(plan, within === '' ? 'ClusterRoleBinding' : 'RoleBinding', within, name, {
    subjects,
    roleRef: { apiGroup: RBAC, kind, name: to },
  });

/** The id of an IAM role, which is its ARN. */
export const roleArn = ({ account }: ClusterPlan, name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** An IAM role that somebody signs requests with. */
export const principal = (plan: ClusterPlan, RoleName: string, Description: string): ApiObject => ({
  id: roleArn(plan, RoleName),
  kind: 'iam-role',
  body: { RoleName, Arn: roleArn(plan, RoleName), Description, CreateDate: plan.createdAt },
});

/** An access entry of an IAM role. */
export const entry = (
  plan: ClusterPlan,
  roleName: string,
  kubernetesGroups: readonly string[],
  policies: readonly AssociatedPolicy[] = [],
): ApiObject =>
  entryObject({
    clusterName: plan.name,
    principalArn: roleArn(plan, roleName),
    accessEntryArn: `${arnOf(plan).replace(':cluster/', ':access-entry/')}/role/${plan.account}/${roleName}`,
    username: roleName,
    kubernetesGroups,
    type: 'STANDARD',
    createdAt: plan.createdAt,
    associatedAccessPolicies: policies,
  });

/** Puts objects into a world that begins. */
export const putAll = (objects: readonly ApiObject[]): readonly Effect[] => objects.map(put);
