import type { ApiObject } from '../../src/model/api-object.ts';
import type { Id } from '../../src/model/json.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';
import { begin, put } from '../../src/simulation/engine/effect.ts';
import { hexOf } from '../../src/simulation/engine/random.ts';
import { newInstance } from '../../src/simulation/ecs/new-instance.ts';
import type { ClusterBody, ServiceBody, TaskDefinitionBody } from '../../src/simulation/ecs/objects.ts';
import type { TargetGroupBody } from '../../src/simulation/network/objects.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const SEED = 7;

const ecs = (rest: string): Id => `arn:aws:ecs:${REGION}:${ACCOUNT}:${rest}`;
const elb = (rest: string): Id => `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:${rest}`;

/** The ids of what is there from the start. */
export const ids = {
  cluster: ecs('cluster/demo'),
  service: ecs('service/demo/web'),
  loadBalancer: elb('loadbalancer/app/web/50dc6c495c0c9188'),
  targetGroup: elb('targetgroup/web/73e2d6bc24d8a067'),
  revision: (revision: number): Id => ecs(`task-definition/web:${revision}`),
} as const;

/** The desired count that the reader meets. */
export const DESIRED_COUNT = 4;

/** The deployment that had been completed before the story begins. */
const DEPLOYMENT = 'ecs-svc/4152786339071528846';

const REGISTRY = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;

/** How long targets drain here: AWS's default of 300 s would outlast the story. */
const DEREGISTRATION_DELAY_MS = 15_000;

const PORT = 8080;

const object = (id: Id, kind: Kind, body: ApiObject['body']): Effect => put({ id, kind, body });

/** A revision of the task definition of `web`; only its image differs. */
function revision(number: number, tag: string): Effect {
  const body: TaskDefinitionBody = {
    taskDefinitionArn: ids.revision(number),
    family: 'web',
    revision: number,
    status: 'ACTIVE',
    networkMode: 'awsvpc',
    compatibilities: ['EC2', 'FARGATE'],
    cpu: '512',
    memory: '1024',
    containerDefinitions: [
      {
        name: 'web',
        image: `${REGISTRY}/web:${tag}`,
        essential: true,
        portMappings: [{ containerPort: PORT, hostPort: PORT, protocol: 'tcp' }],
        healthCheck: {
          command: ['CMD-SHELL', `curl -f http://localhost:${PORT}/healthz || exit 1`],
          interval: 10,
          timeout: 5,
          retries: 3,
          startPeriod: 10,
        },
      },
    ],
  };
  return object(ids.revision(number), 'ecs-task-definition', body);
}

/** An instance with two vCPU: room for four tasks. */
function instance(name: string, zone: string, since: string): readonly Effect[] {
  const ec2 = `i-${name}${hexOf(SEED, `instance ${name}`, 17 - name.length)}`;
  const shape = { cpu: 2048, memory: 7680, zone: REGION + zone, instanceType: 'm5.large', provider: 'ec2' };
  const body = newInstance(ids.cluster, hexOf(SEED, `container instance ${name}`, 32), ec2, 'ACTIVE', since, shape);
  const id = body.containerInstanceArn;
  return [object(id, 'ecs-container-instance', body), begin(id, 'ecs-container-instance')];
}

/** The ARNs of the instances, for the story. */
export const instanceArn = (name: '0a1' | '0b2' | '0c3'): Id =>
  ecs(`container-instance/demo/${hexOf(SEED, `container instance ${name}`, 32)}`);

const cluster: ClusterBody = {
  clusterArn: ids.cluster,
  clusterName: 'demo',
  status: 'ACTIVE',
  registeredContainerInstancesCount: 3,
  runningTasksCount: 0,
  pendingTasksCount: 0,
  activeServicesCount: 1,
  capacityProviders: ['ec2', 'FARGATE', 'FARGATE_SPOT'],
};

const service = (createdAt: string): ServiceBody => ({
  serviceArn: ids.service,
  serviceName: 'web',
  clusterArn: ids.cluster,
  status: 'ACTIVE',
  desiredCount: DESIRED_COUNT - 1,
  runningCount: 0,
  pendingCount: 0,
  taskDefinition: ids.revision(7),
  schedulingStrategy: 'REPLICA',
  capacityProviderStrategy: [{ capacityProvider: 'ec2', weight: 1, base: 0 }],
  loadBalancers: [{ targetGroupArn: ids.targetGroup, containerName: 'web', containerPort: PORT }],
  healthCheckGracePeriodSeconds: 10,
  deploymentConfiguration: {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    deploymentCircuitBreaker: { enable: true, rollback: true },
  },
  deployments: [
    {
      id: DEPLOYMENT,
      status: 'PRIMARY',
      taskDefinition: ids.revision(7),
      desiredCount: DESIRED_COUNT - 1,
      pendingCount: 0,
      runningCount: 0,
      failedTasks: 0,
      createdAt,
      updatedAt: createdAt,
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: `ECS deployment ${DEPLOYMENT} in progress.`,
      capacityProviderStrategy: [{ capacityProvider: 'ec2', weight: 1, base: 0 }],
    },
  ],
  events: [],
  createdAt,
});

const targetGroup: TargetGroupBody = {
  TargetGroupArn: ids.targetGroup,
  TargetGroupName: 'web',
  Protocol: 'HTTP',
  Port: PORT,
  VpcId: 'vpc-0f3c1a2b4d5e6f708',
  HealthCheckProtocol: 'HTTP',
  HealthCheckPort: 'traffic-port',
  HealthCheckEnabled: true,
  HealthCheckIntervalSeconds: 10,
  HealthCheckTimeoutSeconds: 5,
  HealthyThresholdCount: 2,
  UnhealthyThresholdCount: 2,
  HealthCheckPath: '/healthz',
  Matcher: { HttpCode: '200' },
  LoadBalancerArns: [ids.loadBalancer],
  TargetType: 'ip',
};

const loadBalancer = {
  LoadBalancerArn: ids.loadBalancer,
  DNSName: `web-1234567890.${REGION}.elb.amazonaws.com`,
  CreatedTime: '2026-11-20T09:00:00.000Z',
  LoadBalancerName: 'web',
  Scheme: 'internet-facing',
  VpcId: targetGroup.VpcId,
  State: { Code: 'active' },
  Type: 'application',
};

const provider = (name: string): Effect =>
  object(ecs(`capacity-provider/${name}`), 'ecs-capacity-provider', {
    capacityProviderArn: ecs(`capacity-provider/${name}`),
    name,
    status: 'ACTIVE',
  });

/** The world as it is made, `createdAt` being that moment: a cluster, three instances, and a service that has yet to start its tasks. */
export const startingWorld = (createdAt: string): readonly Effect[] => [
  object(ids.loadBalancer, 'elbv2-load-balancer', loadBalancer),
  object(ids.targetGroup, 'elbv2-target-group', targetGroup),
  begin(ids.targetGroup, 'elbv2-target-group', { deregistrationDelay: DEREGISTRATION_DELAY_MS }),
  object(ids.cluster, 'ecs-cluster', cluster),
  provider('ec2'),
  provider('FARGATE'),
  provider('FARGATE_SPOT'),
  revision(7, '7.0.1'),
  revision(8, '8.0.0'),
  revision(9, '9.0.0-missing'),
  ...instance('0a1', 'a', createdAt),
  ...instance('0b2', 'b', createdAt),
  ...instance('0c3', 'c', createdAt),
  object(ids.service, 'ecs-service', service(createdAt)),
  begin(ids.service, 'ecs-service'),
];
