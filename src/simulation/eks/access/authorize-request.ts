import type { World } from '../../engine/world.ts';
import type { Reply } from '../../../model/api-call.ts';
import type { RequestInfo } from '../api-server/request-info.ts';
import { resourceName } from '../api-server/request-info.ts';
import { forbidden } from '../api-server/status-error.ts';
import { authorize, ruleOf } from '../rbac/authorize.ts';
import type { AccessRequest, PolicyRule } from '../rbac/rbac-objects.ts';
import { rbacOf } from '../rbac/rbac-of.ts';
import { ruleAllows } from '../rbac/rule-allows.ts';
import { rulesOfPolicy } from './access-policies.ts';
import type { Identity } from './authenticate.ts';

/** Whether somebody may do something, and by what; no reason means that nothing allows it. */
export interface Decision {
  readonly allowed: boolean;
  readonly reason: string;
  /** The rule that says yes. */
  readonly rule?: PolicyRule | undefined;
}

/** The question that a request puts to the authorizers. */
export const accessRequest = ({ username, groups }: Identity, info: RequestInfo): AccessRequest => ({
  user: username,
  groups,
  resourceAttributes: info,
});

/** The first access policy of the caller that allows a request, and its rule. A policy of a namespace says nothing beyond it. */
function policyFor({ policies = [] }: Identity, question: AccessRequest): { readonly arn: string; readonly rule: PolicyRule } | undefined {
  const namespace = question.resourceAttributes?.namespace ?? '';
  for (const { policyArn: arn, accessScope } of policies) {
    if (accessScope.type !== 'cluster' && (namespace === '' || !accessScope.namespaces.includes(namespace))) continue;
    const rule = rulesOfPolicy(arn)?.find((one) => ruleAllows(one, question));
    if (rule !== undefined) return { arn, rule };
  }
  return undefined;
}

/** Asks access policies and RBAC; one yes is enough, and there is no way to say no. */
export function decide(world: World, identity: Identity, question: AccessRequest): Decision {
  const policy = policyFor(identity, question);
  if (policy !== undefined) {
    const { principal = '', username } = identity;
    const { arn, rule } = policy;
    const reason = `EKS Access Policy: allowed by ClusterRoleBinding "${principal}+${arn}" of ClusterRole "${arn}" to User "${username}"`;
    return { allowed: true, reason, rule };
  }
  const objects = rbacOf(world);
  const [first] = authorize(objects, question).allowedBy;
  return first === undefined ? { allowed: false, reason: '' } : { allowed: true, reason: first.reason, rule: ruleOf(objects, first) };
}

/** The refusal of a request that nothing allows. */
export function denied({ username }: Identity, info: RequestInfo): Reply {
  const { verb, group, resource, namespace, name } = info;
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const why = `User "${username}" cannot ${verb} resource "${resourceName(info)}" in API group "${group}" ${where}`;
  return forbidden(resource, group, verb === 'create' ? '' : name, why);
}
