import type { ApiObject } from '../../model/api-object.ts';
import { isObject, text } from '../../model/ecs/read.ts';
import { at, listAt, textAt } from '../../model/eks/read.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { actionsFor } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';
import type { KubernetesCluster } from './kubernetes-clusters.ts';
import { clustersOf, inCluster, isSeen, isSystem } from './kubernetes-clusters.ts';

const kinds = ['eks-cluster', 'eks-addon', 'k8s-pod', 'k8s-network-policy'] as const;
const needs = actionsFor('eks-cluster', 'eks-addon');

const namespaceOf = ({ body }: ApiObject): string => textAt(body, 'metadata', 'namespace') ?? 'default';

/** Whether a policy chooses every pod of its namespace: a selector without any condition. */
function choosesAll({ body }: ApiObject): boolean {
  const selector = at(body, 'spec', 'podSelector');
  return (
    isObject(selector) && listAt(selector, 'matchExpressions').length === 0 && Object.keys(at(selector, 'matchLabels') ?? {}).length === 0
  );
}

/** Whether a policy isolates for what comes in; without types every policy does. */
const isIngress = ({ body }: ApiObject): boolean => {
  const types = listAt(body, 'spec', 'policyTypes');
  return types.length === 0 || types.includes('Ingress');
};

/** Whether the VPC CNI enforces policies, as far as AWS shows. */
function engine(cluster: KubernetesCluster, evidences: Evidences): Aspect {
  const cni = inCluster(evidences, cluster, 'eks-addon').find(({ body }) => text(body, 'addonName') === 'vpc-cni');
  const on = cni?.body['enableNetworkPolicy'];
  const says = (verdict: Aspect['verdict'], clause: string, observed: string): Aspect =>
    aspect(verdict, clause, ['eks:DescribeAddon', 'addon.configurationValues.enableNetworkPolicy', observed]);
  if (on === true) return says('pass', 'the VPC CNI enforces network policies', 'true');
  if (on === false)
    return says('suggest', 'the VPC CNI does not enforce network policies, so they do nothing unless another engine does', 'false');
  return says('unknown', 'whether the VPC CNI enforces network policies was not read', 'absent');
}

/** What the policies of a namespace with pods do for it. */
function ofNamespace(namespace: string, policies: readonly ApiObject[]): Aspect {
  const own = policies.filter((policy) => namespaceOf(policy) === namespace && isIngress(policy));
  const evidence = ['kubectl get networkpolicies', 'spec.podSelector, spec.policyTypes', `${own.length} in ${namespace}`] as const;
  if (own.some(choosesAll)) return aspect('pass', 'every namespace with pods has a policy that isolates all of them', evidence);
  return own.length === 0
    ? aspect('suggest', `no policy isolates the pods of ${namespace}`, evidence)
    : aspect('suggest', `the policies of ${namespace} choose some pods, and none isolates all`, evidence);
}

function judge(cluster: KubernetesCluster, evidences: Evidences): Finding {
  const enforced = engine(cluster, evidences);
  const missing = (['k8s-pod', 'k8s-network-policy'] as const).filter((kind) => !isSeen(evidences, cluster, kind));
  if (missing.length > 0) {
    const words = missing.map((kind) => (kind === 'k8s-pod' ? 'pods' : 'networkpolicies')).join(' and ');
    const absent = aspect('unknown', `no file of kubectl shows its ${words}`, ['kubectl get pods,networkpolicies -A', 'items[]', 'absent']);
    return findingOf(cluster.id, cluster.name, [absent, { ...enforced, verdict: 'unknown' }]); // a precondition decides nothing
  }
  const namespaces = new Set(
    inCluster(evidences, cluster, 'k8s-pod')
      .map(namespaceOf)
      .filter((namespace) => !isSystem(namespace)),
  );
  const policies = inCluster(evidences, cluster, 'k8s-network-policy');
  const aspects = [...namespaces].sort().map((namespace) => ofNamespace(namespace, policies));
  const none = aspect('not-applicable', 'no pods of its own were read', ['kubectl get pods -A', 'items[].metadata.namespace', 'none']);
  return findingOf(
    cluster.id,
    cluster.name,
    aspects.length === 0 ? [none] : enforced.verdict === 'unknown' ? aspects : [...aspects, enforced],
  );
}

/** Which namespaces anybody in the cluster can reach, by files of kubectl. */
export const networkPolicies: Check = {
  id: 'eks-network-policies',
  title: 'Network policies',
  kinds,
  needs,
  blindSpot: 'AWS shows whether the VPC CNI may enforce policies, not the policies; another engine and security groups are not looked at.',
  lesson: '/eks/practices/network-policies/',
  judge: judgeEach({ kind: 'eks-cluster', noun: ['cluster', 'clusters'], needs, byFiles: true }, clustersOf, judge),
  fixes: [
    {
      form: 'cli',
      text: [
        `aws eks update-addon --region {region} --cluster-name {cluster} --addon-name vpc-cni --resolve-conflicts PRESERVE --configuration-values '{"enableNetworkPolicy":"true"}'`,
        'kubectl apply -f - <<EOF',
        'apiVersion: networking.k8s.io/v1',
        'kind: NetworkPolicy',
        'metadata: { name: default-deny, namespace: <namespace> }',
        'spec: { podSelector: {}, policyTypes: [Ingress] }',
        'EOF',
      ].join('\n'),
    },
    {
      form: 'cloudformation',
      text: cloudFormation('AWS::EKS::Addon', [
        'AddonName: vpc-cni',
        'ClusterName: {cluster}',
        `ConfigurationValues: '{"enableNetworkPolicy":"true"}'`,
      ]),
    },
    {
      form: 'terraform',
      text: terraformBlock('aws_eks_addon', [
        'cluster_name         = {cluster}',
        'addon_name           = "vpc-cni"',
        'configuration_values = jsonencode({ enableNetworkPolicy = "true" })',
      ]),
    },
  ],
};
