import { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { EC2 } from '@aws-sdk/client-ec2';
import { ECS } from '@aws-sdk/client-ecs';
import { EKS } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ServiceDiscovery } from '@aws-sdk/client-servicediscovery';

const role = 'arn:aws:iam::123456789012:role/cluster';

/** Fills an emulator with a small shop: a cluster behind a load balancer, a host, and an EKS cluster with its parts. */
export async function seed(region: string): Promise<void> {
  const { subnets, securityGroups, instanceId } = await seedNetwork(region);
  const group = await seedLoadBalancing(region, subnets);
  const registry = await seedDiscovery(region);
  await seedEcs(region, { subnets, securityGroups, instanceId, group, registry });
  await seedEks(region, subnets);
}

interface Network {
  readonly subnets: string[];
  readonly securityGroups: string[];
  readonly instanceId: string;
}

async function seedNetwork(region: string): Promise<Network> {
  const ec2 = new EC2({ region });
  const { Subnets = [] } = await ec2.describeSubnets({});
  const { SecurityGroups = [] } = await ec2.describeSecurityGroups({});
  const { Images: [image = {}] = [] } = await ec2.describeImages({});
  const { Instances: [instance = {}] = [] } = await ec2.runInstances({ ImageId: image.ImageId, MinCount: 1, MaxCount: 1 });
  return {
    subnets: Subnets.flatMap(({ SubnetId }) => SubnetId ?? []).slice(0, 2),
    securityGroups: SecurityGroups.flatMap(({ GroupId }) => GroupId ?? []),
    instanceId: instance.InstanceId ?? '',
  };
}

async function seedLoadBalancing(region: string, Subnets: string[]): Promise<string | undefined> {
  const elbv2 = new ElasticLoadBalancingV2({ region });
  const { LoadBalancers: [balancer = {}] = [] } = await elbv2.createLoadBalancer({ Name: 'shop', Subnets });
  const { TargetGroups: [group = {}] = [] } = await elbv2.createTargetGroup({
    Name: 'web',
    Protocol: 'HTTP',
    Port: 80,
    TargetType: 'ip',
    VpcId: balancer.VpcId,
  });
  const { TargetGroupArn, ...rest } = group;
  await elbv2.createListener({
    LoadBalancerArn: balancer.LoadBalancerArn,
    Protocol: 'HTTP',
    Port: rest.Port,
    DefaultActions: [{ Type: 'forward', TargetGroupArn }],
  });
  await elbv2.registerTargets({ TargetGroupArn, Targets: [{ Id: '10.0.0.5', Port: 80 }] });
  return TargetGroupArn;
}

async function seedDiscovery(region: string): Promise<string | undefined> {
  const discovery = new ServiceDiscovery({ region });
  await discovery.createHttpNamespace({ Name: 'shop' });
  const { Namespaces: [namespace = {}] = [] } = await discovery.listNamespaces({});
  const { Service: service = {} } = await discovery.createService({ Name: 'web', NamespaceId: namespace.Id });
  await discovery.registerInstance({
    ServiceId: service.Id,
    InstanceId: 'one',
    Attributes: { AWS_INSTANCE_IPV4: '10.0.0.5', OWNER: 'nobody' },
  });
  return service.Arn;
}

interface Around extends Network {
  readonly group: string | undefined;
  readonly registry: string | undefined;
}

async function seedEcs(region: string, { subnets, securityGroups, instanceId, group, registry }: Around): Promise<void> {
  const ecs = new ECS({ region });
  await new CloudWatchLogs({ region }).createLogGroup({ logGroupName: '/ecs/web' });
  await ecs.createCluster({ clusterName: 'shop', settings: [{ name: 'containerInsights', value: 'enabled' }] });
  await ecs.createCluster({ clusterName: 'empty' });
  await ecs.registerTaskDefinition({
    family: 'web',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      {
        name: 'web',
        image: 'web:1',
        cpu: 256,
        memory: 512, // moto cannot do without
        environment: [{ name: 'DB_PASSWORD', value: 'hunter2' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/web', 'awslogs-region': region, 'awslogs-stream-prefix': 'web' },
        },
      },
    ],
  });
  const networkConfiguration = { awsvpcConfiguration: { subnets, securityGroups } };
  await ecs.createService({
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'web:1',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration,
    loadBalancers: [{ targetGroupArn: group, containerName: 'web', containerPort: 80 }],
    serviceRegistries: [{ registryArn: registry }],
  });
  await ecs.runTask({ cluster: 'shop', taskDefinition: 'web:1', launchType: 'FARGATE', count: 2, networkConfiguration });
  await ecs.registerContainerInstance({
    cluster: 'shop',
    instanceIdentityDocument: JSON.stringify({ instanceId, region, accountId: '123456789012' }),
    instanceIdentityDocumentSignature: 'signed',
  });
  await new ApplicationAutoScaling({ region }).registerScalableTarget({
    ServiceNamespace: 'ecs',
    ResourceId: 'service/shop/web',
    ScalableDimension: 'ecs:service:DesiredCount',
    MinCapacity: 1,
    MaxCapacity: 4,
  });
}

async function seedEks(region: string, subnets: string[]): Promise<void> {
  const eks = new EKS({ region });
  const clusterName = 'kube';
  await eks.createCluster({ name: clusterName, roleArn: role, resourcesVpcConfig: { subnetIds: subnets } });
  await eks.createNodegroup({
    clusterName,
    nodegroupName: 'nodes',
    nodeRole: role,
    subnets,
    scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 2 },
  });
  await eks.createFargateProfile({
    clusterName,
    fargateProfileName: 'serverless',
    podExecutionRoleArn: role,
    selectors: [{ namespace: 'shop' }],
  });
}
