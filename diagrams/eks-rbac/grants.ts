import type { ApiCall, KubernetesCall } from '../../src/model/api-call.ts';
import type { Id, JsonObject } from '../../src/model/json.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** A role that somebody may try to give to nora, in shop or everywhere. */
interface Grant {
  readonly value: string;
  readonly label: string;
  readonly role: string;
  readonly everywhere: boolean;
}

/** The grants on offer. */
export const grants: readonly Grant[] = [
  { value: 'view', label: 'view in shop to nora', role: 'view', everywhere: false },
  { value: 'admin', label: 'admin in shop to nora', role: 'admin', everywhere: false },
  { value: 'cluster-admin', label: 'cluster-admin in shop to nora', role: 'cluster-admin', everywhere: false },
  { value: 'cluster-view', label: 'view everywhere to nora', role: 'view', everywhere: true },
];

const grantOf = (value: string): Grant => {
  const grant = grants.find((one) => one.value === value) ?? grants[0];
  if (grant === undefined) throw new Error('diagrams/eks-rbac/grants.ts offers no grant; add one.');
  return grant;
};

/** The request that binds a role to nora. */
export function bindCall(value: string, by: Id): KubernetesCall {
  const { role, everywhere } = grantOf(value);
  const kind = everywhere ? 'ClusterRoleBinding' : 'RoleBinding';
  const body = {
    apiVersion: `${RBAC}/v1`,
    kind,
    metadata: { name: `nora-${role}` },
    subjects: [{ kind: 'User', name: 'nora', apiGroup: RBAC }],
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
  };
  const path = everywhere ? `/apis/${RBAC}/v1/clusterrolebindings` : `/apis/${RBAC}/v1/namespaces/shop/rolebindings`;
  return { api: 'kubernetes', verb: 'create', path, body, by };
}

/** The command of a grant. */
export function bindCommand(value: string): string {
  const { role, everywhere } = grantOf(value);
  const what = everywhere ? 'clusterrolebinding' : 'rolebinding';
  return `kubectl create ${what} nora-${role} --clusterrole=${role} --user=nora${everywhere ? '' : ' -n shop'}`;
}

/** A call of the EKS API about this cluster. */
export const eks = (operation: string, input: JsonObject): ApiCall => ({
  api: 'eks',
  operation,
  input: { clusterName: 'drydock', ...input },
});

/** The groups with which an entry can be made, by the value of the choice. */
export const entryGroups = ['none', 'developers', 'shop-leads'] as const;

/** Lets a principal into the cluster. */
export function createEntry(arn: Id, group: string): ApiCall {
  const username = arn.replace(/^.*\//, '');
  return eks('CreateAccessEntry', { principalArn: arn, username, kubernetesGroups: group === 'none' ? [] : [group] });
}

/** The label that lets view gather the rules of a ClusterRole. */
export const aggregated: JsonObject = { [`${RBAC}/aggregate-to-view`]: 'true' };
