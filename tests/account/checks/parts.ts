import type { JsonObject } from '../../../src/model/json.ts';
import type { Lists } from './evidences.ts';

const ecs = (rest: string): string => `arn:aws:ecs:eu-west-1:111122223333:${rest}`;

export const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067';
export const loadBalancerArn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';
export const eksArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/prod';

/** An ECS cluster. */
export const cluster = (more: JsonObject = {}): JsonObject => ({
  clusterArn: ecs('cluster/shop'),
  clusterName: 'shop',
  status: 'ACTIVE',
  ...more,
});

/** A service that is as every check wants it, but for what is given. */
export const service = (serviceName: string, more: JsonObject = {}): JsonObject => ({
  serviceArn: ecs(`service/shop/${serviceName}`),
  serviceName,
  clusterArn: ecs('cluster/shop'),
  status: 'ACTIVE',
  desiredCount: 2,
  launchType: 'FARGATE',
  schedulingStrategy: 'REPLICA',
  taskDefinition: ecs('task-definition/web:1'),
  deploymentController: { type: 'ECS' },
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  deployments: [{ id: `ecs-svc/${serviceName}`, status: 'PRIMARY', serviceConnectConfiguration: { enabled: true, namespace: 'shop' } }],
  loadBalancers: [{ targetGroupArn, containerName: 'web', containerPort: 80 }],
  serviceRegistries: [],
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a', 'subnet-b'], assignPublicIp: 'DISABLED' } },
  availabilityZoneRebalancing: 'ENABLED',
  ...more,
});

/** A container definition that is as every check wants it. */
export const container = (more: JsonObject = {}): JsonObject => ({
  name: 'web',
  image: 'registry.example.com/web:1',
  essential: true,
  privileged: false,
  readonlyRootFilesystem: true,
  user: '1000',
  environment: [{ name: 'LOG_LEVEL', value: 'info' }],
  logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1' } },
  ...more,
});

/** Revision 1 of web with these containers. */
export const definition = (containers: readonly JsonObject[] = [container()], more: JsonObject = {}): JsonObject => ({
  taskDefinitionArn: ecs('task-definition/web:1'),
  family: 'web',
  revision: 1,
  status: 'ACTIVE',
  networkMode: 'awsvpc',
  containerDefinitions: containers,
  ...more,
});

/** A running task of a service in a zone. */
export const task = (serviceName: string, number: number, zone: string): JsonObject => ({
  taskArn: ecs(`task/shop/${String(number).padStart(32, '0')}`),
  clusterArn: ecs('cluster/shop'),
  group: `service:${serviceName}`,
  lastStatus: 'RUNNING',
  desiredStatus: 'RUNNING',
  availabilityZone: `eu-west-1${zone}`,
});

/** A target in a state. */
export const target = (id: string, State: string): JsonObject => ({
  TargetGroupArn: targetGroupArn,
  Target: { Id: id, Port: 80 },
  TargetHealth: { State },
});

const subnet = (zone: string): JsonObject => ({
  SubnetArn: `arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-${zone}`,
  SubnetId: `subnet-${zone}`,
  AvailabilityZone: `eu-west-1${zone}`,
});

/** An ECS account that passes every check. */
export const goodEcs: Lists = {
  'ecs.clusters': [cluster({ settings: [{ name: 'containerInsights', value: 'enhanced' }], defaultCapacityProviderStrategy: [] })],
  'ecs.services': [service('web')],
  'ecs.tasks': [task('web', 1, 'a'), task('web', 2, 'b')],
  'ecs.taskDefinitions': [definition()],
  'around.targetGroups': [{ TargetGroupArn: targetGroupArn, TargetGroupName: 'web', LoadBalancerArns: [loadBalancerArn] }],
  'around.loadBalancers': [{ LoadBalancerArn: loadBalancerArn, LoadBalancerName: 'shop', Type: 'application' }],
  'around.targetHealth': [target('10.0.1.1', 'healthy'), target('10.0.2.1', 'healthy')],
  'around.scalableTargets': [
    {
      ScalableTargetARN: 'arn:aws:application-autoscaling:eu-west-1:111122223333:scalable-target/0ec5web',
      ServiceNamespace: 'ecs',
      ResourceId: 'service/shop/web',
      MinCapacity: 2,
      MaxCapacity: 6,
    },
  ],
  'around.subnets': [subnet('a'), subnet('b')],
  'around.logGroups': [
    { logGroupName: '/ecs/web', logGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/web', retentionInDays: 30 },
  ],
};

/** An EKS cluster that passes every check. */
export const eksCluster = (more: JsonObject = {}): JsonObject => ({
  name: 'prod',
  arn: eksArn,
  status: 'ACTIVE',
  version: '1.36',
  resourcesVpcConfig: { endpointPublicAccess: true, endpointPrivateAccess: true, publicAccessCidrs: ['203.0.113.0/24'] },
  logging: { clusterLogging: [{ types: ['api', 'audit', 'authenticator'], enabled: true }] },
  accessConfig: { authenticationMode: 'API' },
  computeConfig: { enabled: false },
  deletionProtection: true,
  health: { issues: [] },
  ...more,
});

/** An access entry with the policies of these names, over the whole cluster. */
export const entry = (username: string, ...policies: readonly string[]): JsonObject => ({
  clusterName: 'prod',
  username,
  principalArn: `arn:aws:iam::111122223333:role/${username}`,
  accessEntryArn: `arn:aws:eks:eu-west-1:111122223333:access-entry/prod/role/111122223333/${username}/1`,
  type: 'STANDARD',
  associatedAccessPolicies: policies.map((policy) => ({
    policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
    accessScope: { type: 'cluster' },
  })),
});

/** An add-on of the cluster. */
export const addon = (addonName: string, more: JsonObject = {}): JsonObject => ({
  addonName,
  clusterName: 'prod',
  addonArn: `arn:aws:eks:eu-west-1:111122223333:addon/prod/${addonName}/1`,
  status: 'ACTIVE',
  health: { issues: [] },
  ...more,
});

/** A managed node group of the cluster. */
export const nodegroup = (more: JsonObject = {}): JsonObject => ({
  nodegroupName: 'workers',
  clusterName: 'prod',
  nodegroupArn: 'arn:aws:eks:eu-west-1:111122223333:nodegroup/prod/workers/1',
  status: 'ACTIVE',
  health: { issues: [] },
  ...more,
});

/** An EKS account that passes every check that AWS's APIs can decide. */
export const goodEks: Lists = {
  'eks.clusters': [eksCluster()],
  'eks.nodegroups': [nodegroup()],
  'eks.fargateProfiles': [],
  'eks.addons': [addon('vpc-cni', { configurationValues: '{"enableNetworkPolicy":"true"}' })],
  'eks.accessEntries': [entry('admin', 'AmazonEKSClusterAdminPolicy'), entry('dev', 'AmazonEKSViewPolicy')],
  'eks.insights': [{ id: 'i-1', name: 'Deprecated APIs', clusterName: 'prod', insightStatus: { status: 'PASSING' } }],
  'around.scrapers': [
    {
      scraperId: 's-1',
      arn: 'arn:aws:aps:eu-west-1:111122223333:scraper/s-1',
      source: { eksConfiguration: { clusterArn: eksArn } },
    },
  ],
  'around.workspaces': [],
  'around.grafanaWorkspaces': [{ id: 'g-1', name: 'boards', status: 'ACTIVE' }],
};

/** A Kubernetes object of the cluster, as an account file holds it. */
export const kubernetes = (
  apiVersion: string,
  kind: string,
  name: string,
  namespace: string | undefined,
  more: JsonObject = {},
): JsonObject => ({
  cluster: 'prod',
  object: { apiVersion, kind, ...more, metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...labelsOf(more) } },
});

const labelsOf = ({ labels }: JsonObject): JsonObject => (labels === undefined ? {} : { labels });

/** Objects of the cluster that pass the checks on files of kubectl: no free hand, isolated pods, no mesh. */
export const goodObjects: readonly JsonObject[] = [
  kubernetes('v1', 'Namespace', 'shop', undefined),
  kubernetes('v1', 'Pod', 'web-1', 'shop', { spec: { containers: [{ name: 'web' }] }, status: { phase: 'Running' } }),
  kubernetes('networking.k8s.io/v1', 'NetworkPolicy', 'default-deny', 'shop', { spec: { podSelector: {}, policyTypes: ['Ingress'] } }),
  kubernetes('rbac.authorization.k8s.io/v1', 'ClusterRole', 'cluster-admin', undefined, {
    rules: [{ verbs: ['*'], resources: ['*'], apiGroups: ['*'] }],
  }),
  kubernetes('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'cluster-admin', undefined, {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'Group', name: 'system:masters' }],
  }),
  kubernetes('rbac.authorization.k8s.io/v1', 'Role', 'reader', 'shop', {
    rules: [{ verbs: ['get'], resources: ['pods'], apiGroups: [''] }],
  }),
  kubernetes('rbac.authorization.k8s.io/v1', 'RoleBinding', 'readers', 'shop', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
    subjects: [{ kind: 'Group', name: 'dev' }],
  }),
];

/** A cluster role binding of a role to a subject. */
export const binding = (name: string, role: string, subject: JsonObject): JsonObject =>
  kubernetes('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', name, undefined, {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [subject],
  });
