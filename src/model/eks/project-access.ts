import type { ApiObject } from '../api-object.ts';
import type { Id, Json } from '../json.ts';
import type { Projected } from '../project.ts';
import { scopeOf, siblingId } from './kubernetes-scope.ts';
import { projectNamed, THERE } from './project-named.ts';
import { at, isList, listAt, present, textAt } from './read.ts';
import { RULE_ANNOTATION, ruleText } from './rule-text.ts';

const words = (value: Json | undefined): readonly string[] => (isList(value) ? value.filter((one) => typeof one === 'string') : []);

/** An IAM role as `aws iam get-role` prints it: the principal that a person or a program signs its requests with. */
export const projectIamRole = ({ id, body }: ApiObject): readonly Projected[] => [
  {
    resource: {
      id,
      kind: 'iam-role',
      name: textAt(body, 'RoleName') ?? id,
      scope: present({ account: id.split(':')[4] }),
      status: THERE,
      ...present({ createdAt: textAt(body, 'CreateDate') }),
      details: present({ arn: textAt(body, 'Arn'), clause: textAt(body, 'Description') }),
    },
    relations: [],
  },
];

/** An access entry, with the groups and the access policies that its principal has. */
export function projectAccessEntry({ id, body }: ApiObject): readonly Projected[] {
  const groups = words(body['kubernetesGroups']);
  const policies = listAt(body, 'associatedAccessPolicies').map((one) => {
    const name = (textAt(one, 'policyArn') ?? '').replace(/^.*\//, '');
    const namespaces = words(at(one, 'accessScope', 'namespaces'));
    return textAt(one, 'accessScope', 'type') === 'namespace' ? `${name} in ${namespaces.join(', ')}` : name;
  });
  const gives = [...groups.map((group) => `group ${group}`), ...policies];
  const resource = {
    id,
    kind: 'eks-access-entry' as const,
    name: textAt(body, 'username') ?? id,
    scope: present({ cluster: textAt(body, 'clusterName') }),
    status: textAt(body, 'type') ?? 'UNKNOWN',
    ...present({ createdAt: textAt(body, 'createdAt') }),
    details: {
      clause: gives.length === 0 ? 'no group, no policy' : gives.join(', '),
      groups,
      policies,
      ...present({ principal: textAt(body, 'principalArn') }),
    },
  };
  const principal = textAt(body, 'principalArn');
  const [place = '', cluster] = (textAt(body, 'accessEntryArn') ?? '').split(/:access-entry\/|\//);
  const relations = [
    ...(principal === undefined ? [] : [{ to: principal, kind: 'uses' as const }]),
    ...(cluster === undefined ? [] : [{ to: `${place}:cluster/${cluster}`, kind: 'part-of' as const }]),
  ];
  return [{ resource, relations }];
}

const inNamespace = ({ body }: ApiObject): string => `in ${textAt(body, 'metadata', 'namespace') ?? 'every namespace'}`;

/** A ServiceAccount: who a pod is when it asks the API server. */
export const projectServiceAccount = projectNamed('k8s-service-account', inNamespace);

function rulesText({ body }: ApiObject): string {
  if (at(body, 'aggregationRule') !== undefined) return 'gathers the rules of labelled roles';
  const [first, ...others] = listAt(body, 'rules').map(ruleText);
  if (first === undefined) return 'no rules';
  return others.length === 0 ? first : `${first}; ${others.length} more`;
}

/** A Role: what may be done in its namespace. */
export const projectRole = projectNamed('k8s-role', (object) => `${inNamespace(object)}: ${rulesText(object)}`);

/** A ClusterRole: what may be done, wherever a binding says. */
export const projectClusterRole = projectNamed('k8s-cluster-role', rulesText);

const subjectText = (subject: Json): string =>
  `${textAt(subject, 'kind') === 'ServiceAccount' ? 'service account' : (textAt(subject, 'kind') ?? '').toLowerCase()} ${textAt(subject, 'name') ?? ''}`;

function subjectId(object: ApiObject, subject: Json): Id | undefined {
  const name = textAt(subject, 'name') ?? '';
  switch (textAt(subject, 'kind')) {
    case 'User':
      return siblingId(object, 'User', '', name);
    case 'ServiceAccount':
      return siblingId(object, 'ServiceAccount', textAt(subject, 'namespace') ?? textAt(object.body, 'metadata', 'namespace') ?? '', name);
    default:
      return undefined; // a group is no object
  }
}

function boundTo(object: ApiObject): Projected['relations'] {
  const kind = textAt(object.body, 'roleRef', 'kind') ?? '';
  const namespace = kind === 'Role' ? (textAt(object.body, 'metadata', 'namespace') ?? '') : '';
  const role = siblingId(object, kind, namespace, textAt(object.body, 'roleRef', 'name') ?? '');
  const subjects = listAt(object.body, 'subjects').flatMap((subject) => subjectId(object, subject) ?? []);
  return [{ to: role, kind: 'uses' }, ...subjects.map((to) => ({ to, kind: 'grants' as const }))];
}

const bindingText = (object: ApiObject): string => {
  const subjects = listAt(object.body, 'subjects').map(subjectText).join(', ');
  return `${textAt(object.body, 'roleRef', 'name') ?? ''} for ${subjects}, ${inNamespace(object)}`;
};

/** A RoleBinding: who has a role in its namespace. */
export const projectRoleBinding = projectNamed('k8s-role-binding', bindingText, boundTo);

/** A ClusterRoleBinding: who has a role everywhere. */
export const projectClusterRoleBinding = projectNamed('k8s-cluster-role-binding', bindingText, boundTo);

const decided = /(ClusterRoleBinding|RoleBinding) "([^"/]*)\/?([^"]*)" of (ClusterRole|Role) "([^"]*)"/;

/** The answer to `kubectl auth can-i`, with the binding and the role that its reason names. */
export function projectAccessReview(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const attribute = (field: string): string => textAt(body, 'spec', 'resourceAttributes', field) ?? '';
  const user = textAt(body, 'spec', 'user') ?? '';
  const isAllowed = at(body, 'status', 'allowed') === true;
  const reason = textAt(body, 'status', 'reason');
  const [whole, bindingKind = '', binding = '', bindingNamespace = '', roleKind = '', role = ''] = decided.exec(reason ?? '') ?? [];
  const rule = textAt(body, 'metadata', 'annotations', RULE_ANNOTATION);
  const namespace = attribute('namespace');
  const resource = {
    id,
    kind: 'k8s-subject-access-review' as const,
    name: `${user}: ${attribute('verb')} ${attribute('resource')}${namespace === '' ? '' : ` in ${namespace}`}`,
    scope: scopeOf(object),
    status: isAllowed ? 'Allowed' : 'Denied',
    ...present({ text: reason ?? (isAllowed ? undefined : 'no'), since: textAt(body, 'metadata', 'creationTimestamp') }),
    details: {
      clause: whole === undefined ? (isAllowed ? 'by an access policy' : 'no rule allows it') : `by ${binding}`,
      user,
      ...(rule === undefined ? {} : { fields: { 'the rule that decided': rule } }),
    },
  };
  const [, account, where, who] = /^(system:serviceaccount):([^:]*):(.*)$/.exec(user) ?? [];
  const asked = account === undefined ? siblingId(object, 'User', '', user) : siblingId(object, 'ServiceAccount', where ?? '', who ?? '');
  const deciders =
    whole === undefined
      ? []
      : [
          siblingId(object, bindingKind, bindingNamespace, binding),
          siblingId(object, roleKind, roleKind === 'Role' ? bindingNamespace : '', role),
        ];
  return [{ resource, relations: [asked, ...deciders].map((to) => ({ to, kind: 'uses' as const })) }];
}
