import { object, objects, texts } from '../../model/ecs/read.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Check, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { actionsFor } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';
import type { KubernetesCluster } from './kubernetes-clusters.ts';
import { clustersOf } from './kubernetes-clusters.ts';

const kinds = ['eks-cluster'] as const;
const needs = actionsFor(...kinds);

const ofCluster = (verdict: Aspect['verdict'], says: string, path: string, observed: string): Aspect =>
  aspect(verdict, says, ['eks:DescribeCluster', `cluster.${path}`, observed]);

/** Whether anybody on the internet reaches the API server. A public endpoint that is limited by CIDR is not open. */
function endpoint(body: JsonObject): Aspect {
  const network = object(body, 'resourcesVpcConfig');
  const path = 'resourcesVpcConfig';
  const open = network['endpointPublicAccess'];
  if (open === undefined) return ofCluster('unknown', 'who reaches its endpoint was not read', `${path}.endpointPublicAccess`, 'absent');
  if (open === false) return ofCluster('pass', 'its endpoint is private', `${path}.endpointPublicAccess`, 'false');
  const cidrs = texts(network, 'publicAccessCidrs');
  if (cidrs.length === 0) {
    return ofCluster('unknown', 'its endpoint is public, and for which addresses was not read', `${path}.publicAccessCidrs`, 'absent');
  }
  return cidrs.some((cidr) => cidr.endsWith('/0'))
    ? ofCluster('fail', 'its endpoint is open to every address', `${path}.publicAccessCidrs`, cidrs.join(', '))
    : ofCluster(
        'pass',
        `its public endpoint is limited to ${cidrs.length} address ${cidrs.length === 1 ? 'range' : 'ranges'}`,
        `${path}.publicAccessCidrs`,
        cidrs.join(', '),
      );
}

/** The logs of the control plane that tell who did what. */
const wanted = ['audit', 'authenticator'];

function logs(body: JsonObject): Aspect {
  const path = 'logging.clusterLogging[].types';
  if (body['logging'] === undefined) return ofCluster('unknown', 'which logs of its control plane are kept was not read', path, 'absent');
  const on = objects(object(body, 'logging'), 'clusterLogging').flatMap((one) => (one['enabled'] === true ? texts(one, 'types') : []));
  const missing = wanted.filter((type) => !on.includes(type));
  const observed = on.length === 0 ? 'none enabled' : on.join(', ');
  return missing.length === 0
    ? ofCluster('pass', 'its audit and authenticator logs are kept', path, observed)
    : ofCluster('suggest', `its ${missing.join(' and ')} ${missing.length === 1 ? 'log is' : 'logs are'} off`, path, observed);
}

const judge = ({ id, name, eks }: KubernetesCluster): Finding => findingOf(id, name, [endpoint(eks?.body ?? {}), logs(eks?.body ?? {})]);

/** Who can reach the API server of a cluster, and whether it is written down. */
export const exposure: Check = {
  id: 'eks-exposure',
  title: 'Exposure',
  kinds,
  needs,
  blindSpot: 'Load balancers that services of the cluster open, and security groups, are not looked at.',
  lesson: '/eks/control-plane/',
  judge: judgeEach({ kind: 'eks-cluster', noun: ['cluster', 'clusters'], needs }, clustersOf, judge),
  fixes: [
    {
      form: 'cli',
      text: [
        'aws eks update-cluster-config --region {region} --name {cluster} --resources-vpc-config endpointPublicAccess=true,publicAccessCidrs=<cidr>,endpointPrivateAccess=true',
        `aws eks update-cluster-config --region {region} --name {cluster} --logging '{"clusterLogging":[{"types":["audit","authenticator"],"enabled":true}]}'`,
      ].join('\n'),
    },
    {
      form: 'cloudformation',
      text: cloudFormation('AWS::EKS::Cluster', [
        'Name: {cluster}',
        'ResourcesVpcConfig:',
        '  EndpointPrivateAccess: true',
        '  PublicAccessCidrs: ["<cidr>"]',
        'Logging:',
        '  ClusterLogging:',
        '    EnabledTypes: [{ Type: audit }, { Type: authenticator }]',
      ]),
    },
    {
      form: 'terraform',
      text: terraformBlock('aws_eks_cluster', [
        'name                      = {cluster}',
        'enabled_cluster_log_types = ["audit", "authenticator"]',
        'vpc_config {',
        '  endpoint_private_access = true',
        '  public_access_cidrs     = ["<cidr>"]',
        '}',
      ]),
    },
  ],
};
