import type { JsonObject } from '../../model/json.ts';
import type { Lists } from './sample-workload.ts';

const REGION = 'eu-west-1';
const arn = (rest: string): string => `arn:aws:eks:${REGION}:111122223333:${rest}`;
const created = '2026-06-01T08:00:00.000Z';

const issue = {
  code: 'AsgInstanceLaunchFailures',
  message: 'Could not launch On-Demand Instances. VcpuLimitExceeded - You have requested more vCPU capacity than your current vCPU limit.',
  resourceIds: ['eks-workers'],
};

function clusterOf(name: string, well: boolean): JsonObject {
  return {
    name,
    arn: arn(`cluster/${name}`),
    createdAt: created,
    version: well ? '1.36' : '1.31',
    platformVersion: 'eks.4',
    endpoint: `https://EXAMPLE.gr7.${REGION}.eks.amazonaws.com`,
    status: 'ACTIVE',
    resourcesVpcConfig: {
      endpointPublicAccess: true,
      endpointPrivateAccess: well,
      publicAccessCidrs: well ? ['203.0.113.0/24'] : ['0.0.0.0/0'],
    },
    logging: {
      clusterLogging: [{ types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'], enabled: well }],
    },
    accessConfig: { authenticationMode: well ? 'API' : 'CONFIG_MAP' },
    computeConfig: { enabled: false },
    upgradePolicy: { supportType: well ? 'STANDARD' : 'EXTENDED' },
    deletionProtection: well,
    health: { issues: [] },
  };
}

const nodegroupOf = (clusterName: string, nodegroupName: string, well: boolean): JsonObject => ({
  nodegroupName,
  nodegroupArn: arn(`nodegroup/${clusterName}/${nodegroupName}/a8c75f2f-df78-a72f-4063-4b69af3de5b1`),
  clusterName,
  version: well ? '1.36' : '1.30',
  createdAt: created,
  status: well ? 'ACTIVE' : 'DEGRADED',
  capacityType: 'ON_DEMAND',
  scalingConfig: { minSize: 2, maxSize: 6, desiredSize: 3 },
  updateConfig: { maxUnavailable: 1 },
  instanceTypes: ['m7g.large'],
  amiType: 'AL2023_ARM_64_STANDARD',
  diskSize: 20,
  resources: { autoScalingGroups: [{ name: `eks-${nodegroupName}` }] },
  health: { issues: well ? [] : [issue] },
});

const addonOf = (clusterName: string, addonName: string, more: JsonObject = {}): JsonObject => ({
  addonName,
  clusterName,
  addonArn: arn(`addon/${clusterName}/${addonName}/0ec71efc-98dd-3203-60b0-4b939b2a5e5f`),
  addonVersion: 'v1.20.4-eksbuild.1',
  status: 'ACTIVE',
  health: { issues: [] },
  createdAt: created,
  modifiedAt: created,
  ...more,
});

const entryOf = (clusterName: string, name: string, policy: string): JsonObject => ({
  clusterName,
  principalArn: `arn:aws:iam::111122223333:role/${name}`,
  username: `arn:aws:sts::111122223333:assumed-role/${name}/{{SessionName}}`,
  accessEntryArn: arn(`access-entry/${clusterName}/role/111122223333/${name}/0acb1bc6-cb0a-ede6-11ae-a6506e3d36p0`),
  kubernetesGroups: [],
  type: 'STANDARD',
  createdAt: created,
  associatedAccessPolicies: [{ policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`, accessScope: { type: 'cluster' } }],
});

/** An EKS cluster with what belongs to it, which follows every practice that AWS's APIs show, or none. */
export function eksPlatform(name: string, well: boolean): Lists {
  const plain = ['coredns', 'kube-proxy'].map((addon) => addonOf(name, addon));
  const cni = addonOf(name, 'vpc-cni', { enableNetworkPolicy: well, ...(well ? {} : { status: 'DEGRADED' }) });
  const admins = well ? ['PlatformAdmin'] : ['Admin', 'Developer', 'Deploy', 'Support'];
  return {
    clusters: [clusterOf(name, well)],
    nodegroups: [nodegroupOf(name, well ? 'general' : 'workers', well)],
    fargateProfiles: [],
    addons: [...plain, cni, ...(well ? [addonOf(name, 'amazon-cloudwatch-observability')] : [])],
    accessEntries: [
      ...admins.map((admin) => entryOf(name, admin, 'AmazonEKSClusterAdminPolicy')),
      ...(well ? [entryOf(name, 'Developer', 'AmazonEKSViewPolicy')] : []),
    ],
    podIdentityAssociations: [],
    insights: [
      {
        id: `38ea7a64-a14f-4e0e-95c7-8dbcab3c${well ? '3616' : '3617'}`,
        clusterName: name,
        name: 'Kubelet version skew',
        category: 'UPGRADE_READINESS',
        kubernetesVersion: well ? '1.37' : '1.32',
        lastRefreshTime: '2026-11-20T06:00:00.000Z',
        lastTransitionTime: '2026-11-01T06:00:00.000Z',
        insightStatus: well
          ? { status: 'PASSING', reason: 'Node kubelet versions match the cluster control plane version.' }
          : { status: 'WARNING', reason: 'Kubelet versions of some nodes are behind the control plane version.' },
      },
    ],
    updates: [],
  };
}

/** Managed Prometheus and Grafana beside a cluster. */
export const monitoring = (cluster: string): Lists => ({
  workspaces: [
    {
      workspaceId: 'ws-0a1b2c3d',
      alias: cluster,
      arn: `arn:aws:aps:${REGION}:111122223333:workspace/ws-0a1b2c3d`,
      status: { statusCode: 'ACTIVE' },
      createdAt: created,
    },
  ],
  scrapers: [
    {
      scraperId: 's-0a1b2c3d',
      arn: `arn:aws:aps:${REGION}:111122223333:scraper/s-0a1b2c3d`,
      status: { statusCode: 'ACTIVE' },
      createdAt: created,
      source: { eksConfiguration: { clusterArn: arn(`cluster/${cluster}`) } },
      destination: { ampConfiguration: { workspaceArn: `arn:aws:aps:${REGION}:111122223333:workspace/ws-0a1b2c3d` } },
    },
  ],
  grafanaWorkspaces: [
    {
      id: 'g-0a1b2c3d4e',
      name: cluster,
      endpoint: `g-0a1b2c3d4e.grafana-workspace.${REGION}.amazonaws.com`,
      grafanaVersion: '12.4',
      status: 'ACTIVE',
      created,
      authentication: { providers: ['AWS_SSO'] },
    },
  ],
});
