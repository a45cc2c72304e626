import { access } from '../../diagrams/eks-rbac/cluster.ts';
import { questions } from '../../diagrams/eks-rbac/questions.ts';
import type { ApiObject } from '../../src/model/api-object.ts';
import { authorize, effectiveRules } from '../../src/simulation/eks/rbac/authorize.ts';
import type { AccessRequest, PolicyRule, RbacObjects, Role, RoleBinding } from '../../src/simulation/eks/rbac/rbac-objects.ts';
import { ruleAllows } from '../../src/simulation/eks/rbac/rule-allows.ts';

const REQUESTS = 10_000;

/** The bodies of a kind; the diagram makes each in the shape of its kind. */
const bodies = <Body>(kind: ApiObject['kind']): readonly Body[] =>
  access.filter((object) => object.kind === kind).map(({ body }) => body as unknown as Body);

const objects: RbacObjects = {
  roles: bodies<Role>('k8s-role'),
  clusterRoles: bodies<Role>('k8s-cluster-role'),
  roleBindings: bodies<RoleBinding>('k8s-role-binding'),
  clusterRoleBindings: bodies<RoleBinding>('k8s-cluster-role-binding'),
};

const groupsOf = ['shop-leads', 'developers', 'nobody'];
const requests = Array.from({ length: REQUESTS }, (_, index): AccessRequest => {
  const [verb = '', resource = '', namespace = ''] = (questions[index % questions.length] ?? '').split(' ');
  const group = groupsOf[index % groupsOf.length] ?? '';
  return { user: 'cleo', groups: [group, 'system:authenticated'], resourceAttributes: { verb, resource, namespace } };
});

const boundNames = new Set([...objects.roleBindings, ...objects.clusterRoleBindings].map(({ roleRef }) => roleRef.name));
const bound = [...objects.clusterRoles, ...objects.roles].filter(({ metadata }) => boundNames.has(metadata.name));

/** Whether a rule of any bound role allows a request: the same rules, without asking for whom and where they hold, or saying why. */
const rules: readonly PolicyRule[] = bound.flatMap((role) => effectiveRules(role, objects.clusterRoles));
const plainly = (request: AccessRequest): boolean => {
  for (const rule of rules) if (ruleAllows(rule, request)) return true;
  return false;
};

function rate(decide: (request: AccessRequest) => boolean): number {
  let allowed = 0;
  for (const request of requests) allowed += Number(decide(request));
  const start = performance.now();
  for (const request of requests) allowed += Number(decide(request));
  const ms = performance.now() - start;
  if (allowed === 0) throw new Error('No request of the bench was allowed; its rules and requests do not fit.');
  return Math.round(REQUESTS / ms);
}

const full = rate((request) => authorize(objects, request).allowed);
const plain = rate(plainly);
console.log(`${REQUESTS} RBAC requests: ${full} a ms with binding, rule and reason; ${plain} a ms in a plain loop over the same rules`);
