import type { World } from '../../engine/world.ts';
import type { Reply } from '../../../model/api-call.ts';
import type { RequestInfo } from '../api-server/request-info.ts';
import { resourceName } from '../api-server/request-info.ts';
import { forbidden } from '../api-server/status-error.ts';
import { authorize } from '../rbac/authorize.ts';
import type { AccessRequest } from '../rbac/rbac-objects.ts';
import { rbacOf } from '../rbac/rbac-of.ts';
import { ruleAllows } from '../rbac/rule-allows.ts';
import { rulesOfPolicy } from './access-policies.ts';
import type { Identity } from './authenticate.ts';

/** Whether somebody may do something, and by what; no reason means that nothing allows it. */
export interface Decision {
  readonly allowed: boolean;
  readonly reason: string;
}

/** The question that a request puts to the authorizers. */
export const accessRequest = ({ username, groups }: Identity, info: RequestInfo): AccessRequest => ({
  user: username,
  groups,
  resourceAttributes: info,
});

/** The first access policy of the caller that allows a request. A policy of a namespace says nothing beyond it. */
function policyFor({ policies = [] }: Identity, question: AccessRequest): string | undefined {
  const namespace = question.resourceAttributes?.namespace ?? '';
  return policies.find(
    ({ policyArn, accessScope }) =>
      (accessScope.type === 'cluster' || (namespace !== '' && accessScope.namespaces.includes(namespace))) &&
      rulesOfPolicy(policyArn)?.some((rule) => ruleAllows(rule, question)),
  )?.policyArn;
}

/** Asks access policies and RBAC; one yes is enough, and there is no way to say no. */
export function decide(world: World, identity: Identity, question: AccessRequest): Decision {
  const policy = policyFor(identity, question);
  if (policy !== undefined) {
    const { principal = '', username } = identity;
    const reason = `EKS Access Policy: allowed by ClusterRoleBinding "${principal}+${policy}" of ClusterRole "${policy}" to User "${username}"`;
    return { allowed: true, reason };
  }
  const [first] = authorize(rbacOf(world), question).allowedBy;
  return { allowed: first !== undefined, reason: first?.reason ?? '' };
}

/** The refusal of a request that nothing allows. */
export function denied({ username }: Identity, info: RequestInfo): Reply {
  const { verb, group, resource, namespace, name } = info;
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const why = `User "${username}" cannot ${verb} resource "${resourceName(info)}" in API group "${group}" ${where}`;
  return forbidden(resource, group, verb === 'create' ? '' : name, why);
}
