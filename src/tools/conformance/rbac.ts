import { isDeepStrictEqual } from 'node:util';
import { authorize, effectiveRules, rulesFor, subjectFor } from '../../simulation/eks/rbac/authorize.ts';
import { uncovered } from '../../simulation/eks/rbac/escalation.ts';
import type { AccessRequest, PolicyRule, RbacObjects, Subject } from '../../simulation/eks/rbac/rbac-objects.ts';
import { ruleAllows } from '../../simulation/eks/rbac/rule-allows.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

type Given =
  | { readonly kind: 'access'; readonly objects: RbacObjects; readonly requests: readonly AccessRequest[] }
  | { readonly kind: 'escalation'; readonly held: readonly PolicyRule[]; readonly wanted: readonly PolicyRule[] }
  | { readonly kind: 'rule'; readonly rule: PolicyRule; readonly requests: readonly AccessRequest[] }
  | ({ readonly kind: 'subjects'; readonly subjects: readonly Subject[]; readonly namespace?: string } & AccessRequest)
  | ({ readonly kind: 'rulesFor'; readonly objects: RbacObjects; readonly namespace: string } & AccessRequest);

/** The rules as they are, or in the expected order where only the order differs: which order they come in means nothing. */
function inExpectedOrder(rules: readonly PolicyRule[], expected: unknown): unknown {
  const sorted = (list: readonly unknown[]): readonly unknown[] => list.map((rule) => JSON.stringify(rule)).sort();
  return Array.isArray(expected) && isDeepStrictEqual(sorted(expected), sorted(rules)) ? expected : rules;
}

/** Answers the RBAC tables: who may do what, and by which binding and rule. */
export const answerRbac: Answer = ({ given: row, expect }) => {
  const given = givenAs<Given>(row);
  switch (given.kind) {
    case 'access':
      return {
        verdicts: given.requests.map((request) => {
          const { allowed, allowedBy } = authorize(given.objects, request);
          return { allowed, allowedBy, reason: allowedBy[0]?.reason };
        }),
        effectiveRules: Object.fromEntries(
          given.objects.clusterRoles.map((role) => [role.metadata.name, effectiveRules(role, given.objects.clusterRoles)]),
        ),
      };
    case 'escalation': {
      const missing = uncovered(given.held, given.wanted);
      return { covered: missing.length === 0, uncovered: missing };
    }
    case 'rule':
      return { verdicts: given.requests.map((request) => ({ allowed: ruleAllows(given.rule, request) })) };
    case 'subjects': {
      const index = subjectFor(given.subjects, given, given.namespace);
      return { applies: index !== -1, index };
    }
    case 'rulesFor':
      return { rules: inExpectedOrder(rulesFor(given.objects, given, given.namespace), expect['rules']) };
  }
};
