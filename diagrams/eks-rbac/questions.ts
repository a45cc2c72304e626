import type { KubernetesCall } from '../../src/model/api-call.ts';
import type { Id } from '../../src/model/json.ts';

const groups: Readonly<Record<string, string>> = { deployments: 'apps', rolebindings: 'rbac.authorization.k8s.io' };
const verbs = ['get', 'list', 'create', 'delete'] as const;
const resources = ['pods', 'secrets', 'configmaps', 'deployments', 'rolebindings', 'nodes'] as const;
const namespaces = ['shop', 'billing'] as const;

/** Every question on offer: a verb, a resource and a namespace; nodes have none. */
export const questions: readonly string[] = resources.flatMap((resource) =>
  verbs.flatMap((verb) => (resource === 'nodes' ? [`${verb} nodes`] : namespaces.map((namespace) => `${verb} ${resource} ${namespace}`))),
);

/** `kubectl auth can-i` for somebody. */
export function canI(question: string, by: Id): KubernetesCall {
  const [verb = '', resource = '', namespace] = question.split(' ');
  const resourceAttributes = { verb, resource, group: groups[resource] ?? '', ...(namespace === undefined ? {} : { namespace }) };
  const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } };
  return { api: 'kubernetes', verb: 'create', path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', body, by };
}

/** The command of a question. */
export function canICommand(question: string): string {
  const [verb = '', resource = '', namespace] = question.split(' ');
  return `kubectl auth can-i ${verb} ${resource}${namespace === undefined ? '' : ` -n ${namespace}`}`;
}
