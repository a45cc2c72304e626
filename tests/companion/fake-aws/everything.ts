import type { Holdings } from './holdings.ts';
import { account, fargateOnly, home } from './holdings.ts';

const arn = (service: string, rest: string): string => `arn:aws:${service}:${home}:${account}:${rest}`;

const created = 1_780_000_000;
const group = arn('elasticloadbalancing', 'targetgroup/web/0123456789abcdef');
const balancer = arn('elasticloadbalancing', 'loadbalancer/app/web/0123456789abcdef');
const registry = arn('servicediscovery', 'service/srv-web');
const definition = arn('ecs', 'task-definition/web:2');
const cluster = arn('ecs', 'cluster/shop');
const service = arn('ecs', 'service/shop/web');
const deployment = arn('ecs', 'service-deployment/shop/web/d1');
const eks = { clusterName: 'kube', createdAt: created };

/** A small account in which there is something for every operation to show. */
export const everything: Holdings = {
  ...fargateOnly({ clusters: 0, services: 0, tasks: 0, taskDefinitions: 0 }),
  clusters: [
    {
      clusterArn: cluster,
      clusterName: 'shop',
      status: 'ACTIVE',
      registeredContainerInstancesCount: 1,
      runningTasksCount: 1,
      activeServicesCount: 1,
      capacityProviders: ['FARGATE', 'hosts'],
      settings: [{ name: 'containerInsights', value: 'disabled' }],
    },
  ],
  capacityProviders: [{ capacityProviderArn: arn('ecs', 'capacity-provider/hosts'), name: 'hosts', status: 'ACTIVE' }],
  services: [
    {
      serviceArn: service,
      serviceName: 'web',
      clusterArn: cluster,
      status: 'ACTIVE',
      desiredCount: 2,
      runningCount: 1,
      pendingCount: 1,
      taskDefinition: definition,
      deployments: [
        {
          id: 'ecs-svc/2',
          status: 'PRIMARY',
          rolloutState: 'IN_PROGRESS',
          failedTasks: 1,
          taskDefinition: definition,
          serviceConnectConfiguration: { enabled: true, namespace: 'shop' },
        },
      ],
      loadBalancers: [{ targetGroupArn: group, containerName: 'web', containerPort: 80 }],
      serviceRegistries: [{ registryArn: registry }],
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'], assignPublicIp: 'DISABLED' } },
      createdAt: created,
    },
  ],
  serviceDeployments: [
    { serviceDeploymentArn: deployment, serviceArn: service, clusterArn: cluster, status: 'IN_PROGRESS', createdAt: created },
  ],
  tasks: ['RUNNING', 'STOPPED'].map((desiredStatus, index) => ({
    taskArn: arn('ecs', `task/shop/${String(index).padStart(32, '0')}`),
    clusterArn: cluster,
    taskDefinitionArn: definition,
    group: 'service:web',
    lastStatus: desiredStatus,
    desiredStatus,
    containers: [{ name: 'web', lastStatus: desiredStatus }],
    createdAt: created,
    ...(desiredStatus === 'STOPPED' ? { stoppedReason: 'Essential container in task exited', stopCode: 'EssentialContainerExited' } : {}),
  })),
  taskDefinitions: [
    {
      taskDefinitionArn: definition,
      family: 'web',
      revision: 2,
      status: 'ACTIVE',
      containerDefinitions: [
        {
          name: 'web',
          image: 'web:2',
          essential: true,
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/web', 'awslogs-region': home, 'awslogs-stream-prefix': 'web' },
          },
        },
      ],
    },
  ],
  containerInstances: [
    {
      containerInstanceArn: arn('ecs', 'container-instance/shop/00000000000000000000000000000009'),
      clusterArn: cluster,
      ec2InstanceId: 'i-0',
      status: 'ACTIVE',
      agentConnected: true,
      registeredAt: created,
    },
  ],
  eksClusters: [
    {
      name: 'kube',
      arn: arn('eks', 'cluster/kube'),
      status: 'ACTIVE',
      version: '1.35',
      accessConfig: { authenticationMode: 'API' },
      createdAt: created,
    },
  ],
  nodegroups: [
    {
      ...eks,
      nodegroupName: 'nodes',
      nodegroupArn: arn('eks', 'nodegroup/kube/nodes/1'),
      status: 'ACTIVE',
      scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 2 },
    },
  ],
  fargateProfiles: [
    { ...eks, fargateProfileName: 'serverless', fargateProfileArn: arn('eks', 'fargateprofile/kube/serverless/1'), status: 'ACTIVE' },
  ],
  addons: [
    {
      ...eks,
      addonName: 'vpc-cni',
      addonArn: arn('eks', 'addon/kube/vpc-cni/1'),
      status: 'ACTIVE',
      configurationValues: '{"enableNetworkPolicy":"true"}',
    },
  ],
  accessEntries: [
    {
      ...eks,
      principalArn: `arn:aws:iam::${account}:role/admin`,
      accessEntryArn: arn('eks', 'access-entry/kube/role/admin/1'),
      username: 'admin',
      type: 'STANDARD',
      associatedAccessPolicies: [
        {
          policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
          accessScope: { type: 'cluster', namespaces: [] },
        },
      ],
    },
  ],
  podIdentityAssociations: [
    {
      clusterName: 'kube',
      namespace: 'shop',
      serviceAccount: 'web',
      associationId: 'a-1',
      associationArn: arn('eks', 'podidentityassociation/kube/a-1'),
    },
  ],
  insights: [
    { clusterName: 'kube', id: 'insight-1', name: 'Deprecated APIs', category: 'UPGRADE_READINESS', insightStatus: { status: 'PASSING' } },
  ],
  updates: [
    { id: 'update-1', clusterName: 'kube', status: 'Successful', type: 'VersionUpdate', createdAt: created },
    { id: 'update-2', clusterName: 'kube', nodegroupName: 'nodes', status: 'InProgress', type: 'ConfigUpdate', createdAt: created },
  ],
  loadBalancers: [
    { LoadBalancerArn: balancer, LoadBalancerName: 'web', Type: 'application', Scheme: 'internal', State: { Code: 'active' } },
  ],
  targetGroups: [
    { TargetGroupArn: group, TargetGroupName: 'web', Protocol: 'HTTP', Port: 80, TargetType: 'ip', LoadBalancerArns: [balancer] },
  ],
  targetHealth: [{ TargetGroupArn: group, Target: { Id: '10.0.0.5', Port: 80 }, TargetHealth: { State: 'healthy' } }],
  namespaces: [{ Id: 'ns-1', Arn: arn('servicediscovery', 'namespace/ns-1'), Name: 'shop', Type: 'HTTP' }],
  discoveryServices: [{ Id: 'srv-web', Arn: registry, Name: 'web', NamespaceId: 'ns-1' }],
  discoveryInstances: [{ ServiceArn: registry, InstanceId: 'one', Attributes: { AWS_INSTANCE_IPV4: '10.0.0.5', SECRET: 'not for you' } }],
  scalableTargets: [
    {
      ScalableTargetARN: arn('application-autoscaling', 'scalable-target/1'),
      ServiceNamespace: 'ecs',
      ResourceId: 'service/shop/web',
      ScalableDimension: 'ecs:service:DesiredCount',
      MinCapacity: 1,
      MaxCapacity: 4,
      RoleARN: `arn:aws:iam::${account}:role/scaling`,
      CreationTime: created,
    },
  ],
  logGroups: [{ logGroupName: '/ecs/web', logGroupArn: arn('logs', 'log-group:/ecs/web'), retentionInDays: 30 }],
  subnets: [
    { SubnetId: 'subnet-a', SubnetArn: arn('ec2', 'subnet/subnet-a'), VpcId: 'vpc-1', AvailabilityZone: `${home}a`, State: 'available' },
  ],
  workspaces: [
    { workspaceId: 'ws-1', arn: arn('aps', 'workspace/ws-1'), alias: 'shop', status: { statusCode: 'ACTIVE' }, createdAt: created },
  ],
  scrapers: [{ scraperId: 's-1', arn: arn('aps', 'scraper/s-1'), status: { statusCode: 'ACTIVE' }, createdAt: created }],
  grafanaWorkspaces: [{ id: 'g-1', name: 'shop', grafanaVersion: '12.4', status: 'ACTIVE', created }],
};
