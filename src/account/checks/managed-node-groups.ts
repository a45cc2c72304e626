import { object } from '../../model/ecs/read.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { actionsFor } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';
import type { KubernetesCluster } from './kubernetes-clusters.ts';
import { clustersOf, inCluster } from './kubernetes-clusters.ts';

const kinds = ['eks-cluster', 'eks-nodegroup', 'eks-fargate-profile'] as const;
const needs = actionsFor(...kinds);

function judge(cluster: KubernetesCluster, evidences: Evidences): Finding {
  const groups = inCluster(evidences, cluster, 'eks-nodegroup').length;
  const profiles = inCluster(evidences, cluster, 'eks-fargate-profile').length;
  const auto = object(cluster.eks?.body ?? {}, 'computeConfig')['enabled'];
  const found: readonly (Aspect | undefined)[] = [
    groups > 0 ? aspect('pass', 'it has managed node groups', ['eks:ListNodegroups', 'nodegroups[]', `${groups}`]) : undefined,
    auto === true
      ? aspect('pass', 'Auto Mode provides its nodes', ['eks:DescribeCluster', 'cluster.computeConfig.enabled', 'true'])
      : undefined,
    profiles > 0 ? aspect('pass', 'pods run on Fargate', ['eks:ListFargateProfiles', 'fargateProfileNames[]', `${profiles}`]) : undefined,
  ];
  const aspects = found.filter((one) => one !== undefined);
  const says = 'nothing that EKS manages was found; self-managed nodes and Karpenter are not visible to its API';
  return findingOf(
    cluster.id,
    cluster.name,
    aspects.length > 0
      ? aspects
      : [
          aspect('unknown', says, ['eks:ListNodegroups', 'nodegroups[]', 'none']),
          aspect('unknown', says, ['eks:DescribeCluster', 'cluster.computeConfig.enabled', auto === false ? 'false' : 'absent']),
          aspect('unknown', says, ['eks:ListFargateProfiles', 'fargateProfileNames[]', 'none']),
        ],
  );
}

/** Whether EKS looks after the nodes of a cluster. */
export const managedNodeGroups: Check = {
  id: 'eks-managed-node-groups',
  title: 'Managed node groups',
  kinds,
  needs,
  blindSpot: 'Self-managed nodes and nodes of Karpenter are not visible to the API of EKS.',
  lesson: '/eks/practices/managed-node-groups/',
  judge: judgeEach({ kind: 'eks-cluster', noun: ['cluster', 'clusters'], needs }, clustersOf, judge),
  fixes: [
    {
      form: 'cli',
      text: 'aws eks create-nodegroup --region {region} --cluster-name {cluster} --nodegroup-name <name> --node-role <role-arn> --subnets <subnets>',
    },
    {
      form: 'cloudformation',
      text: cloudFormation('AWS::EKS::Nodegroup', ['ClusterName: {cluster}', 'NodeRole: <role-arn>', 'Subnets: [<subnets>]']),
    },
    {
      form: 'terraform',
      text: terraformBlock('aws_eks_node_group', [
        'cluster_name  = {cluster}',
        'node_role_arn = "<role-arn>"',
        'subnet_ids    = ["<subnet>"]',
        'scaling_config {',
        '  min_size     = <min>',
        '  max_size     = <max>',
        '  desired_size = <desired>',
        '}',
      ]),
    },
  ],
};
