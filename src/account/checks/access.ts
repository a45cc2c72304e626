import type { ApiObject } from '../../model/api-object.ts';
import { object, objects, text } from '../../model/ecs/read.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { actionsFor, isWhole } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';
import type { KubernetesCluster } from './kubernetes-clusters.ts';
import { clustersOf, inCluster } from './kubernetes-clusters.ts';

const kinds = ['eks-cluster', 'eks-access-entry'] as const;
const needs = actionsFor(...kinds);

const modes: Readonly<Record<string, readonly [Aspect['verdict'], string]>> = {
  API: ['pass', 'access entries alone decide who may come in'],
  API_AND_CONFIG_MAP: ['suggest', 'beside its access entries the aws-auth ConfigMap still lets in whom it names'],
  CONFIG_MAP: ['suggest', 'the aws-auth ConfigMap alone decides who may come in, and access entries are not used'],
};

function authentication({ eks }: KubernetesCluster): Aspect {
  const mode = text(object(eks?.body ?? {}, 'accessConfig'), 'authenticationMode');
  const [verdict, says] = modes[mode ?? ''] ?? ['unknown', 'its authentication mode was not read'];
  return aspect(verdict, says, ['eks:DescribeCluster', 'cluster.accessConfig.authenticationMode', mode ?? 'absent']);
}

/** Whether an entry is administrator of the whole cluster; undefined where its policies were not read. */
function isAdmin({ body }: ApiObject): boolean | undefined {
  if (body['associatedAccessPolicies'] === undefined) return undefined;
  return objects(body, 'associatedAccessPolicies').some(
    (policy) =>
      /\/AmazonEKSClusterAdminPolicy$/.test(text(policy, 'policyArn') ?? '') && text(object(policy, 'accessScope'), 'type') === 'cluster',
  );
}

function administrators(cluster: KubernetesCluster, evidences: Evidences): Aspect {
  const entries = inCluster(evidences, cluster, 'eks-access-entry').filter(({ body }) => (text(body, 'type') ?? 'STANDARD') === 'STANDARD');
  const says = (verdict: Aspect['verdict'], clause: string, observed: string): Aspect =>
    aspect(verdict, clause, ['eks:ListAssociatedAccessPolicies', 'associatedAccessPolicies[].policyArn', observed]);
  if (entries.length === 0) {
    return isWhole(evidences, 'eks-access-entry')
      ? says('not-applicable', 'it has no access entry of a person or a role', 'none')
      : says('unknown', 'its access entries were not read', 'absent');
  }
  const admins = entries.map(isAdmin);
  const number = admins.filter((one) => one === true).length;
  const observed = `cluster admin for ${number} of ${entries.length} entries`;
  if (admins.includes(undefined)) return says('unknown', 'the access policies of some of its entries were not read', observed);
  return entries.length > 1 && number === entries.length
    ? says('suggest', `all its ${number} access entries are cluster administrators`, observed)
    : says(
        'pass',
        `${number} of its ${entries.length} access entries ${number === 1 ? 'is a cluster administrator' : 'are cluster administrators'}`,
        observed,
      );
}

/** Who gets into a cluster, and how many may do everything there. */
export const access: Check = {
  id: 'eks-access',
  title: 'Access',
  kinds,
  needs,
  blindSpot: 'The aws-auth ConfigMap and who may assume a role are not read; an entry may also be powerful through its Kubernetes groups.',
  lesson: '/eks/practices/rbac/',
  judge: judgeEach({ kind: 'eks-cluster', noun: ['cluster', 'clusters'], needs }, clustersOf, (cluster, evidences): Finding =>
    findingOf(cluster.id, cluster.name, [authentication(cluster), administrators(cluster, evidences)]),
  ),
  fixes: [
    { form: 'cli', text: 'aws eks update-cluster-config --region {region} --name {cluster} --access-config authenticationMode=API' },
    {
      form: 'cloudformation',
      text: cloudFormation('AWS::EKS::Cluster', ['Name: {cluster}', 'AccessConfig:', '  AuthenticationMode: API']),
    },
    {
      form: 'terraform',
      text: terraformBlock('aws_eks_cluster', ['name = {cluster}', 'access_config {', '  authentication_mode = "API"', '}']),
    },
  ],
};
