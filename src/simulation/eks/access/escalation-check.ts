import type { KubernetesCall } from '../../../model/api-call.ts';
import { textAt } from '../../../model/eks/read.ts';
import type { World } from '../../engine/world.ts';
import type { RequestInfo } from '../api-server/request-info.ts';
import { effectiveRules, rulesFor } from '../rbac/authorize.ts';
import { uncovered } from '../rbac/escalation.ts';
import type { PolicyRule, Role, RoleBinding } from '../rbac/rbac-objects.ts';
import { rbacOf } from '../rbac/rbac-of.ts';
import type { Identity } from './authenticate.ts';
import { accessRequest, decide } from './authorize-request.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** The role that a request writes, or that it binds: the rules it gives away, and the verb that allows to give away any. */
function grantOf(world: World, { resource, namespace, name }: RequestInfo, body: KubernetesCall['body']) {
  if (resource === 'roles' || resource === 'clusterroles') {
    const { rules } = (body ?? {}) as Partial<Role>; // a path of roles was asked for; what has no rules gives nothing away
    return { verb: 'escalate', resource, namespace, name, rules: rules ?? [] };
  }
  if (resource !== 'rolebindings' && resource !== 'clusterrolebindings') return undefined;
  const { roleRef } = (body ?? {}) as Partial<RoleBinding>; // as above
  const isCluster = roleRef?.kind === 'ClusterRole';
  const { roles, clusterRoles } = rbacOf(world);
  const role = (isCluster ? clusterRoles : roles).find(
    ({ metadata }) => metadata.name === roleRef?.name && (isCluster || metadata.namespace === namespace),
  );
  return {
    verb: 'bind',
    resource: isCluster ? 'clusterroles' : 'roles',
    namespace,
    name: textAt(body, 'roleRef', 'name') ?? '',
    rules: role === undefined ? [] : effectiveRules(role, clusterRoles),
  };
}

const listed = (words: readonly string[] = []): string => `[${words.map((word) => `"${word}"`).join(' ')}]`;

const fields = [
  ['APIGroups', 'apiGroups'],
  ['Resources', 'resources'],
  ['NonResourceURLs', 'nonResourceURLs'],
  ['ResourceNames', 'resourceNames'],
  ['Verbs', 'verbs'],
] as const;

/** A rule as the API server prints it in a refusal. */
const compact = (rule: PolicyRule): string =>
  `{${fields.flatMap(([name, field]) => ((rule[field] ?? []).length === 0 ? [] : `${name}:${listed(rule[field])}`)).join(', ')}}`;

/** Why somebody may not write a role or a binding: it would give away what he does not have. Undefined when he may. */
export function escalation(world: World, identity: Identity, info: RequestInfo, body: KubernetesCall['body']): string | undefined {
  const grant = info.group === RBAC && info.verb !== 'delete' ? grantOf(world, info, body) : undefined;
  if (grant === undefined) return undefined;
  const asked = { group: RBAC, subresource: '', ...grant };
  const question = accessRequest(identity, asked);
  if (decide(world, identity, question).allowed) return undefined;
  const missing = uncovered(rulesFor(rbacOf(world), question, info.namespace), grant.rules);
  if (missing.length === 0) return undefined;
  const { username, groups } = identity;
  const rules = missing.map(compact).join('\n');
  return `user "${username}" (groups=${listed(groups)}) is attempting to grant RBAC permissions not currently held:\n${rules}`;
}
