import type { PolicyRule } from './rbac-objects.ts';

const covers = (
  held: readonly string[] = [],
  wanted: readonly string[] = [],
  fits: (h: string, w: string) => boolean = () => false,
): boolean => held.includes('*') || wanted.every((word) => held.some((own) => own === word || fits(own, word)));

const subresourceOfAll = (held: string, wanted: string): boolean =>
  held.startsWith('*/') && wanted.includes('/') && held.slice(2) === wanted.slice(wanted.indexOf('/') + 1);
const pathBelow = (held: string, wanted: string): boolean => held.endsWith('*') && wanted.startsWith(held.replace(/\*+$/, ''));

function ruleCovers(held: PolicyRule, wanted: PolicyRule): boolean {
  const names = wanted.resourceNames ?? [];
  const ownNames = held.resourceNames ?? [];
  return (
    covers(held.verbs, wanted.verbs) &&
    covers(held.apiGroups, wanted.apiGroups) &&
    covers(held.resources, wanted.resources, subresourceOfAll) &&
    covers(held.nonResourceURLs, wanted.nonResourceURLs, pathBelow) &&
    (ownNames.length === 0 || (names.length > 0 && names.every((name) => ownNames.includes(name))))
  );
}

/** A rule as single steps, each of one verb on one resource (and one name) or one path, in the library's order. */
function* singleRules(rule: PolicyRule): Generator<PolicyRule> {
  for (const group of rule.apiGroups ?? []) {
    for (const resource of rule.resources ?? []) {
      for (const verb of rule.verbs) {
        const single = { verbs: [verb], apiGroups: [group], resources: [resource] };
        if (rule.resourceNames === undefined || rule.resourceNames.length === 0) yield single;
        for (const name of rule.resourceNames ?? []) yield { ...single, resourceNames: [name] };
      }
    }
  }
  for (const url of rule.nonResourceURLs ?? []) {
    for (const verb of rule.verbs) yield { verbs: [verb], nonResourceURLs: [url] };
  }
}

/**
 * What of the wanted rules someone does not hold: the check behind "attempting to grant RBAC permissions not
 * currently held". Empty when the role may be written.
 */
export const uncovered = (held: readonly PolicyRule[], wanted: readonly PolicyRule[]): readonly PolicyRule[] =>
  wanted.flatMap((rule) => [...singleRules(rule)]).filter((single) => !held.some((own) => ruleCovers(own, single)));
