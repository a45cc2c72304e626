import type { ApiObject } from '../../model/api-object.ts';
import { listAt, textAt } from '../../model/eks/read.ts';
import type { Json } from '../../model/json.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { actionsFor } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';
import type { KubernetesCluster } from './kubernetes-clusters.ts';
import { clustersOf, hasFiles, inCluster, isSeen, isSystem } from './kubernetes-clusters.ts';

const kinds = ['eks-cluster', 'k8s-cluster-role-binding', 'k8s-cluster-role', 'k8s-role-binding', 'k8s-role'] as const;
const needs = actionsFor('eks-cluster');

/** Groups in which everybody is who reaches the API server. */
const everybody = new Set(['system:authenticated', 'system:unauthenticated', 'system:serviceaccounts']);

const every = (rule: Json, field: string): boolean => listAt(rule, field).includes('*');

/** Whether a rule allows everything to every object. */
const isWildcard = (rule: Json): boolean => every(rule, 'verbs') && every(rule, 'resources') && every(rule, 'apiGroups');

/** Kubernetes' own subjects: its components, and what runs in its namespaces. */
function isOwn(subject: Json): boolean {
  const name = textAt(subject, 'name') ?? '';
  if (textAt(subject, 'kind') === 'ServiceAccount') return isSystem(textAt(subject, 'namespace') ?? '');
  return /^(?:system|eks):/.test(name) && !everybody.has(name);
}

const nameOf = (object: ApiObject): string => textAt(object.body, 'metadata', 'name') ?? object.id;

/** What a binding says of the subjects that may do everything by it. */
function ofBinding(binding: ApiObject, wildcards: ReadonlySet<string>): readonly Aspect[] {
  const kind = binding.kind === 'k8s-role-binding' ? 'RoleBinding' : 'ClusterRoleBinding';
  const namespace = textAt(binding.body, 'metadata', 'namespace');
  const role = textAt(binding.body, 'roleRef', 'name') ?? '';
  const inNamespace = textAt(binding.body, 'roleRef', 'kind') === 'Role' ? `${namespace ?? ''}/${role}` : `/${role}`;
  if (!wildcards.has(inNamespace)) return [];
  return listAt(binding.body, 'subjects')
    .filter((subject) => !isOwn(subject))
    .map((subject) => {
      const name = textAt(subject, 'name') ?? '';
      const who = `${textAt(subject, 'kind') ?? 'subject'} ${name}`;
      const where = kind === 'RoleBinding' ? ` in ${namespace ?? 'its namespace'}` : '';
      return aspect(everybody.has(name) ? 'fail' : 'suggest', `${who} may do everything${where} by ${role} in ${nameOf(binding)}`, [
        `kubectl get ${kind}`,
        'roleRef.name, subjects[]',
        `${role} to ${who}`,
      ]);
    });
}

function judge(cluster: KubernetesCluster, evidences: Evidences): Finding {
  const of = (kind: (typeof kinds)[number]): readonly ApiObject[] => inCluster(evidences, cluster, kind);
  const roles = [...of('k8s-cluster-role'), ...of('k8s-role')].filter(({ body }) => listAt(body, 'rules').some(isWildcard));
  const wildcards = new Set([
    '/cluster-admin',
    ...roles.map((role) => `${textAt(role.body, 'metadata', 'namespace') ?? ''}/${nameOf(role)}`),
  ]);
  const found = [...of('k8s-cluster-role-binding'), ...of('k8s-role-binding')].flatMap((binding) => ofBinding(binding, wildcards));
  const absent = kinds.filter((kind) => kind !== 'eks-cluster' && !isSeen(evidences, cluster, kind));
  if (!hasFiles(evidences, cluster) || absent.length > 0) {
    const words = absent.map((kind) => fileWords[kind]).join(', ');
    found.push(aspect('unknown', `the files lack ${words}`, [`kubectl get ${words.replaceAll(', ', ',')} -A`, 'items[]', 'absent']));
  }
  const fine = aspect('pass', 'no subject of its own may do everything', [
    'kubectl get ClusterRoleBinding,RoleBinding',
    'subjects[]',
    'none',
  ]);
  return findingOf(cluster.id, cluster.name, found.length > 0 ? found : [fine]);
}

const fileWords: Readonly<Record<(typeof kinds)[number], string>> = {
  'eks-cluster': 'cluster',
  'k8s-cluster-role-binding': 'clusterrolebindings',
  'k8s-cluster-role': 'clusterroles',
  'k8s-role-binding': 'rolebindings',
  'k8s-role': 'roles',
};

/** Which subjects may do everything in a cluster, by files of kubectl. */
export const rbac: Check = {
  id: 'eks-rbac',
  title: 'RBAC',
  kinds,
  needs,
  blindSpot: 'AWS shows no RBAC object: only the files of kubectl do, and a namespace that is not in them is unknown.',
  lesson: '/eks/practices/rbac/',
  judge: judgeEach({ kind: 'eks-cluster', noun: ['cluster', 'clusters'], needs, byFiles: true }, clustersOf, judge),
  fixes: [
    {
      form: 'cli',
      text: 'kubectl create rolebinding <name> --clusterrole=edit --group=<group> --namespace=<namespace>\nkubectl delete clusterrolebinding <name>',
    },
  ],
};
