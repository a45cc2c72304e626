import { matchesSelector } from '../label-selector.ts';
import type { AccessRequest, PolicyRule, RbacObjects, Role, RoleBinding, Subject } from './rbac-objects.ts';
import { ruleAllows } from './rule-allows.ts';

/** A binding that lets a request through, and the rule of its role that does. */
export interface Allowance {
  readonly binding: { readonly kind: BindingKind; readonly name: string; readonly namespace?: string };
  readonly role: { readonly kind: string; readonly name: string; readonly namespace?: string };
  /** Index of the first rule that matches; for an aggregated role, into its effective rules. */
  readonly rule: number;
  /** What the authorizer writes into the audit log. */
  readonly reason: string;
}

type BindingKind = 'RoleBinding' | 'ClusterRoleBinding';

/** RBAC only allows: what no binding allows is denied. */
export interface AccessVerdict {
  readonly allowed: boolean;
  /** Every binding that allows it; the API server stops at the first. */
  readonly allowedBy: readonly Allowance[];
}

const serviceAccountName = (namespace: string, name: string): string => `system:serviceaccount:${namespace}:${name}`;

/** The index of the first subject that fits a user, or -1. A service account without a namespace is of the binding's own. */
export function subjectFor(subjects: readonly Subject[], request: AccessRequest, bindingNamespace = ''): number {
  const { user = '', groups = [] } = request;
  return subjects.findIndex(({ kind, name, namespace = bindingNamespace }) => {
    if (kind === 'User') return user === name;
    if (kind === 'Group') return groups.includes(name);
    return kind === 'ServiceAccount' && namespace !== '' && user === serviceAccountName(namespace, name);
  });
}

const ruleKey = (rule: PolicyRule): string =>
  JSON.stringify([rule.verbs, rule.apiGroups, rule.resources, rule.resourceNames, rule.nonResourceURLs]);

/**
 * The rules of a role. An aggregated ClusterRole has those of the roles that its selectors choose, in name order, each
 * once; these may be aggregated themselves, as admin gathers edit and edit gathers view.
 */
export function effectiveRules(role: Role, clusterRoles: readonly Role[], within: readonly Role[] = []): readonly PolicyRule[] {
  if (role.aggregationRule === undefined) return role.rules ?? [];
  const inNameOrder = clusterRoles
    .filter((other) => other !== role && !within.includes(other))
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  const rules = new Map<string, PolicyRule>();
  for (const selector of role.aggregationRule.clusterRoleSelectors ?? []) {
    for (const other of inNameOrder) {
      if (!matchesSelector(selector, other.metadata.labels ?? {})) continue;
      for (const rule of effectiveRules(other, clusterRoles, [...within, role]))
        if (!rules.has(ruleKey(rule))) rules.set(ruleKey(rule), rule);
    }
  }
  return [...rules.values()];
}

const gathered = new WeakMap<readonly Role[], Map<Role, readonly PolicyRule[]>>();

/** The rules of a role, gathered once for the same cluster roles. */
function rulesOf(role: Role, clusterRoles: readonly Role[]): readonly PolicyRule[] {
  const known = gathered.get(clusterRoles) ?? new Map<Role, readonly PolicyRule[]>();
  gathered.set(clusterRoles, known);
  const rules = known.get(role) ?? effectiveRules(role, clusterRoles);
  known.set(role, rules);
  return rules;
}

function roleOf(binding: RoleBinding, objects: RbacObjects): Role | undefined {
  const { kind, name } = binding.roleRef;
  if (kind === 'ClusterRole') return objects.clusterRoles.find((role) => role.metadata.name === name);
  return objects.roles.find((role) => role.metadata.name === name && role.metadata.namespace === binding.metadata.namespace);
}

const described = ({ kind, name, namespace = '' }: { kind: string; name: string; namespace?: string | undefined }): string =>
  `${kind} "${namespace === '' ? name : `${name}/${namespace}`}"`;

/** The bindings that apply to a request and its rules: cluster role bindings first, then the role bindings of its namespace. */
function* applicable(
  objects: RbacObjects,
  request: AccessRequest,
  namespace: string,
): Generator<{ binding: RoleBinding; kind: BindingKind; subject: Subject; rules: readonly PolicyRule[] }> {
  const local = namespace === '' ? [] : objects.roleBindings.filter((binding) => binding.metadata.namespace === namespace);
  const bindings = [
    ...objects.clusterRoleBindings.map((binding) => ({ binding, kind: 'ClusterRoleBinding' as const })),
    ...local.map((binding) => ({ binding, kind: 'RoleBinding' as const })),
  ];
  for (const { binding, kind } of bindings) {
    const subject = binding.subjects?.[subjectFor(binding.subjects, request, binding.metadata.namespace)];
    const role = subject && roleOf(binding, objects);
    if (role !== undefined && subject !== undefined) yield { binding, kind, subject, rules: rulesOf(role, objects.clusterRoles) };
  }
}

/** Every rule that a user holds in a namespace; with an empty namespace, cluster-wide. */
export const rulesFor = (objects: RbacObjects, request: AccessRequest, namespace: string): readonly PolicyRule[] =>
  [...applicable(objects, request, namespace)].flatMap(({ rules }) => rules);

/** Decides a request as the RBAC authorizer does, with every binding that allows it. */
export function authorize(objects: RbacObjects, request: AccessRequest): AccessVerdict {
  const allowedBy: Allowance[] = [];
  for (const { binding, kind, subject, rules } of applicable(objects, request, request.resourceAttributes?.namespace ?? '')) {
    const rule = rules.findIndex((candidate) => ruleAllows(candidate, request));
    if (rule === -1) continue;
    const { name, namespace } = binding.metadata;
    const { kind: roleKind, name: roleName } = binding.roleRef;
    const local = namespace === undefined ? {} : { namespace };
    const who =
      subject.kind === 'ServiceAccount'
        ? { ...subject, namespace: subject.namespace ?? namespace }
        : { kind: subject.kind, name: subject.name };
    allowedBy.push({
      binding: { kind, name, ...local },
      role: { kind: roleKind, name: roleName, ...(roleKind === 'Role' ? local : {}) },
      rule,
      reason: `RBAC: allowed by ${described({ kind, name, namespace })} of ${described({ kind: roleKind, name: roleName })} to ${described(who)}`,
    });
  }
  return { allowed: allowedBy.length > 0, allowedBy };
}

/** The rule by which an allowance lets its request through. */
export function ruleOf(objects: RbacObjects, { role: { kind, name, namespace }, rule }: Allowance): PolicyRule | undefined {
  const all = kind === 'ClusterRole' ? objects.clusterRoles : objects.roles;
  const role = all.find(({ metadata }) => metadata.name === name && (kind === 'ClusterRole' || metadata.namespace === namespace));
  return role && rulesOf(role, objects.clusterRoles)[rule];
}
