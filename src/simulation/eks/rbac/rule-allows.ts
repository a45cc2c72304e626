import type { AccessRequest, PolicyRule } from './rbac-objects.ts';

const has = (list: readonly string[] | undefined, word: string): boolean => list?.includes(word) ?? false;
const hasOrAll = (list: readonly string[] | undefined, word: string): boolean => has(list, '*') || has(list, word);

/** `pods` does not include `pods/log`; `*` includes every subresource, a star before the slash that one of every resource. */
export const resourceMatches = (rule: PolicyRule, resource: string, subresource = ''): boolean =>
  subresource === ''
    ? hasOrAll(rule.resources, resource)
    : hasOrAll(rule.resources, `${resource}/${subresource}`) || has(rule.resources, `*/${subresource}`);

/** A rule with resource names never matches a request that names no object: no create, no list of a collection. */
export const resourceNameMatches = (rule: PolicyRule, name = ''): boolean =>
  rule.resourceNames === undefined || rule.resourceNames.length === 0 || has(rule.resourceNames, name);

/** `/healthz/*` matches what lies below `/healthz`, not `/healthz` itself. */
export const nonResourceURLMatches = (rule: PolicyRule, path: string): boolean =>
  rule.nonResourceURLs?.some((url) => url === '*' || url === path || (url.endsWith('*') && path.startsWith(url.replace(/\*+$/, '')))) ??
  false;

/** Whether one rule allows a request, as the authorizer of the API server decides it. */
export function ruleAllows(rule: PolicyRule, { resourceAttributes, nonResourceAttributes }: AccessRequest): boolean {
  if (resourceAttributes !== undefined) {
    const { verb = '', group = '', resource = '', subresource, name } = resourceAttributes;
    return (
      hasOrAll(rule.verbs, verb) &&
      hasOrAll(rule.apiGroups, group) &&
      resourceMatches(rule, resource, subresource) &&
      resourceNameMatches(rule, name)
    );
  }
  const { verb = '', path = '' } = nonResourceAttributes ?? {};
  return hasOrAll(rule.verbs, verb) && nonResourceURLMatches(rule, path);
}
