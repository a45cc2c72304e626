import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/account/checks/kubernetes-clusters.ts';
import type { Question } from '../../../src/account/cluster-answers/rbac-answers.ts';
import { rbacIn, subjectsOf, whoCan } from '../../../src/account/cluster-answers/rbac-answers.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { evidencesOf } from '../checks/evidences.ts';
import { binding, goodObjects } from '../checks/parts.ts';

const ask = (question: Partial<Question>, objects: readonly JsonObject[] = goodObjects) => {
  const evidences = evidencesOf({ 'eks.objects': objects });
  const [cluster] = clustersOf(evidences);
  if (cluster === undefined) throw new Error('No cluster was read.');
  return whoCan(evidences, cluster, { subject: 'Group dev', verb: 'get', resource: 'pods', namespace: 'shop', ...question });
};

test('what a binding allows is allowed, and the binding, the role and its rule are named', () => {
  expect(ask({})).toEqual({
    verdict: 'allowed',
    because: 'RBAC: allowed by RoleBinding "readers/shop" of Role "reader" to Group "dev", by its rule 1.',
  });
});

test('what no binding allows is denied', () => {
  expect(ask({ verb: 'delete' })).toEqual({ verdict: 'denied', because: 'No binding allows it.' });
  expect(ask({ resource: 'pods/log' }).verdict).toBe('denied');
  expect(ask({ resource: 'pods.metrics.k8s.io' }).verdict).toBe('denied');
});

test('a service account is known by its namespace, and by the groups that it is in', () => {
  const all = [...goodObjects, binding('accounts', 'cluster-admin', { kind: 'Group', name: 'system:serviceaccounts:shop' })];
  expect(ask({ subject: 'ServiceAccount shop/ci', verb: 'delete' }, all).verdict).toBe('allowed');
  expect(ask({ subject: 'ServiceAccount tools/ci', verb: 'delete' }, all).verdict).toBe('denied');
});

test('of a user it is said that groups are in no file', () => {
  expect(ask({ subject: 'User ann' }).because).toContain('groups');
});

test('a denial is unknown while a kind is not in the files, and an allowance is not', () => {
  const kindOf = ({ object }: JsonObject): string => JSON.stringify(object);
  const without = goodObjects.filter((one) => !kindOf(one).includes('"kind":"ClusterRoleBinding","'));
  expect(ask({ verb: 'delete' }, without)).toEqual({
    verdict: 'unknown',
    because: 'No binding that was read allows it, and the files lack clusterrolebindings.',
  });
  expect(ask({}, without).verdict).toBe('allowed');
});

test('a namespace that is not in the files is unknown, not empty', () => {
  expect(ask({ namespace: 'payments' })).toEqual({
    verdict: 'unknown',
    because: 'No binding that was read allows it, and the files lack the rolebindings of payments.',
  });
});

test('the subjects of all bindings are offered', () => {
  const evidences = evidencesOf({
    'eks.objects': [...goodObjects, binding('ci', 'cluster-admin', { kind: 'ServiceAccount', name: 'ci', namespace: 'shop' })],
  });
  const [cluster] = clustersOf(evidences);
  if (cluster === undefined) throw new Error('No cluster was read.');
  expect(subjectsOf(rbacIn(evidences, cluster))).toEqual(['Group dev', 'Group system:masters', 'ServiceAccount shop/ci']);
});
