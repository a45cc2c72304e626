import * as z from 'zod/mini';
import { authorize } from '../../simulation/eks/rbac/authorize.ts';
import type { AccessRequest, RbacObjects } from '../../simulation/eks/rbac/rbac-objects.ts';
import type { Kind } from '../../model/kind.ts';
import type { Evidences } from '../checks/check.ts';
import type { KubernetesCluster } from '../checks/kubernetes-clusters.ts';
import { inCluster, isSeen } from '../checks/kubernetes-clusters.ts';
import type { Answer } from './answer.ts';
import { labelSelector, list, maybe, text, texts, words } from './kubernetes-fields.ts';

const metadata = z.object({ name: text, namespace: maybe(text), labels: words });
const rule = z.object({ verbs: z.array(text), apiGroups: texts, resources: texts, resourceNames: texts, nonResourceURLs: texts });
const role = z.object({ metadata, rules: list(rule), aggregationRule: maybe(z.object({ clusterRoleSelectors: list(labelSelector) })) });
const subject = z.object({ kind: text, name: text, namespace: maybe(text) });
const binding = z.object({ metadata, subjects: list(subject), roleRef: z.object({ kind: text, name: text }) });

/** The RBAC objects of a cluster that were read. One that lacks what its kind must have decides nothing. */
export function rbacIn(evidences: Evidences, cluster: KubernetesCluster): RbacObjects {
  const read = <Schema extends z.ZodMiniType>(kind: Kind, schema: Schema): readonly z.output<Schema>[] =>
    inCluster(evidences, cluster, kind).flatMap(({ body }) => {
      const result = schema.safeParse(body);
      return result.success ? [result.data] : [];
    });
  return {
    roles: read('k8s-role', role),
    clusterRoles: read('k8s-cluster-role', role),
    roleBindings: read('k8s-role-binding', binding),
    clusterRoleBindings: read('k8s-cluster-role-binding', binding),
  };
}

/** Every subject that a binding names, as `Group dev` or `ServiceAccount shop/ci`. */
export const subjectsOf = ({ roleBindings, clusterRoleBindings }: RbacObjects): readonly string[] => {
  const named = [...roleBindings, ...clusterRoleBindings].flatMap(({ subjects = [], metadata: { namespace = '' } }) =>
    subjects.map((one) =>
      one.kind === 'ServiceAccount' ? `ServiceAccount ${one.namespace ?? namespace}/${one.name}` : `${one.kind} ${one.name}`,
    ),
  );
  return [...new Set(named)].sort();
};

/** A question of a reader: `Group dev` may `get` `pods/log` in `shop`? Without a namespace it is about the whole cluster. */
export interface Question {
  readonly subject: string;
  readonly verb: string;
  /** A resource in kubectl's words: `pods`, `deployments.apps`, `pods/log`. */
  readonly resource: string;
  readonly namespace: string;
}

/** A subject as the API server sees it. The groups of a user are not in any file: only that everybody is in one. */
function identityOf(word: string): Pick<AccessRequest, 'user' | 'groups'> {
  const [kind = '', name = ''] = word.split(/ (.*)/s);
  if (kind === 'Group') return { groups: [name, 'system:authenticated'] };
  if (kind !== 'ServiceAccount') return { user: name, groups: ['system:authenticated'] };
  const [namespace = '', account = ''] = name.split('/');
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
  return { user: `system:serviceaccount:${namespace}:${account}`, groups };
}

function requestOf({ subject: who, verb, resource, namespace }: Question): AccessRequest {
  const [, plural = resource, group = '', subresource = ''] = /^([^./]*)(?:\.([^/]*))?(?:\/(.*))?$/.exec(resource) ?? [];
  return { ...identityOf(who), resourceAttributes: { verb, group, resource: plural, subresource, namespace } };
}

const lists = {
  'k8s-cluster-role-binding': 'clusterrolebindings',
  'k8s-cluster-role': 'clusterroles',
  'k8s-role-binding': 'rolebindings',
  'k8s-role': 'roles',
} as const satisfies Partial<Record<Kind, string>>;

const isList = (kind: string): kind is keyof typeof lists => Object.hasOwn(lists, kind);

/** What would have to be read before a denial is certain: RBAC only allows, so one more binding may change it. */
function unread(evidences: Evidences, cluster: KubernetesCluster, { roleBindings }: RbacObjects, namespace: string): readonly string[] {
  const kinds = Object.keys(lists)
    .filter(isList)
    .filter((kind) => !isSeen(evidences, cluster, kind))
    .map((kind) => lists[kind]);
  const whole = evidences.about.complete.has('k8s-role-binding');
  const hidden = namespace !== '' && !whole && !roleBindings.some((one) => one.metadata.namespace === namespace);
  return hidden && !kinds.includes('rolebindings') ? [...kinds, `the rolebindings of ${namespace}`] : kinds;
}

/** Whether a subject may do something, with the rule and binding that decide, by the evaluator of the simulation. */
export function whoCan(evidences: Evidences, cluster: KubernetesCluster, question: Question): Answer {
  const objects = rbacIn(evidences, cluster);
  const [first] = authorize(objects, requestOf(question)).allowedBy;
  if (first !== undefined) return { verdict: 'allowed', because: `${first.reason}, by its rule ${first.rule + 1}.` };
  const missing = unread(evidences, cluster, objects, question.namespace);
  if (missing.length > 0)
    return { verdict: 'unknown', because: `No binding that was read allows it, and the files lack ${missing.join(', ')}.` };
  const groups = question.subject.startsWith('User ') ? ' The groups that this user is in are in no file; ask for each of them.' : '';
  return { verdict: 'denied', because: `No binding allows it.${groups}` };
}
