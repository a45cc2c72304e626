import type { ApiObject } from '../../model/api-object.ts';
import type { Id, Millis } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, put, send } from '../engine/effect.ts';
import { hexOf } from '../engine/random.ts';
import type { Plot } from '../engine/scenario.ts';
import type { TargetGroupBody } from '../network/objects.ts';
import { newInstance } from './new-instance.ts';
import type { ClusterBody, ServiceBody, TaskDefinitionBody } from './objects.ts';

/* The parts from which diagrams build their starting world: one account, one Region, one cluster. */

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const VPC = 'vpc-0f3c1a2b4d5e6f708';

/** The seed of the diagrams: ids come from it. */
export const SEED = 7;

/** The name of the cluster. */
export const CLUSTER = 'demo';

/** The port on which the containers listen. */
const PORT = 8080;

const ecs = (rest: string): Id => `arn:aws:ecs:${REGION}:${ACCOUNT}:${rest}`;
const elb = (rest: string): Id => `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:${rest}`;

const clusterArn = ecs(`cluster/${CLUSTER}`);

/** ARNs by the names of things. */
export const arns = {
  cluster: clusterArn,
  service: (name: string): Id => ecs(`service/${CLUSTER}/${name}`),
  taskDefinition: (family: string, revision: number): Id => ecs(`task-definition/${family}:${revision}`),
  /** The `n`th task that a service starts. */
  task: (service: string, n: number): Id => ecs(`task/${CLUSTER}/${hexOf(SEED, `${ecs(`service/${CLUSTER}/${service}`)} task ${n}`, 32)}`),
  capacityProvider: (name: string): Id => ecs(`capacity-provider/${name}`),
  instance: (name: string): Id => ecs(`container-instance/${CLUSTER}/${hexOf(SEED, `container instance ${name}`, 32)}`),
  logGroup: (name: string): Id => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}`,
  loadBalancer: elb('loadbalancer/app/web/50dc6c495c0c9188'),
  targetGroup: elb('targetgroup/web/73e2d6bc24d8a067'),
  targetGroupOf: (service: string): Id => elb(`targetgroup/${service}/${hexOf(SEED, `target group ${service}`, 16)}`),
} as const;

const object = (id: Id, kind: Kind, body: ApiObject['body']): Effect => put({ id, kind, body });

/** The cluster, with instances that are registered already. */
export function cluster({ instances, services, providers }: { instances: number; services: number; providers: readonly string[] }) {
  const body: ClusterBody = {
    clusterArn,
    clusterName: CLUSTER,
    status: 'ACTIVE',
    registeredContainerInstancesCount: instances,
    runningTasksCount: 0,
    pendingTasksCount: 0,
    activeServicesCount: services,
    capacityProviders: providers,
  };
  const provider = (name: string): Effect => {
    const id = arns.capacityProvider(name);
    return object(id, 'ecs-capacity-provider', { capacityProviderArn: id, name, status: 'ACTIVE' });
  };
  return [object(clusterArn, 'ecs-cluster', body), ...providers.map(provider)];
}

/** The CPU units and MiB that an instance offers. */
export const INSTANCE = { cpu: 2048, memory: 7680 } as const;

/** An instance with two vCPU; its EC2 id begins with `i-` and the name. */
export function instance(name: string, zone: string, since: string): readonly Effect[] {
  const ec2 = `i-${name}${hexOf(SEED, `instance ${name}`, 17 - name.length)}`;
  const shape = { ...INSTANCE, zone: REGION + zone, instanceType: 'm5.large', provider: 'ec2' };
  const body = newInstance(clusterArn, hexOf(SEED, `container instance ${name}`, 32), ec2, 'ACTIVE', since, shape);
  const id = body.containerInstanceArn;
  return [object(id, 'ecs-container-instance', body), begin(id, 'ecs-container-instance')];
}

/** A revision of a task definition with one container, which is checked every ten seconds. */
export function taskDefinition(
  family: string,
  number: number,
  tag: string,
  size: { cpu: string; memory: string },
  more: Partial<TaskDefinitionBody['containerDefinitions'][number]> = {},
): Effect {
  const id = arns.taskDefinition(family, number);
  const body: TaskDefinitionBody = {
    taskDefinitionArn: id,
    family,
    revision: number,
    status: 'ACTIVE',
    networkMode: 'awsvpc',
    compatibilities: ['EC2', 'FARGATE'],
    ...size,
    containerDefinitions: [
      {
        name: family,
        image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${family}:${tag}`,
        essential: true,
        portMappings: [{ containerPort: PORT, hostPort: PORT, protocol: 'tcp' }],
        healthCheck: {
          command: ['CMD-SHELL', `curl -f http://localhost:${PORT}/healthz || exit 1`],
          interval: 10,
          timeout: 5,
          retries: 3,
          startPeriod: 10,
        },
        ...more,
      },
    ],
  };
  return object(id, 'ecs-task-definition', body);
}

/** What tells a service from the others. */
export interface ServiceShape extends Partial<
  Pick<
    ServiceBody,
    | 'deploymentConfiguration'
    | 'placementStrategy'
    | 'placementConstraints'
    | 'healthCheckGracePeriodSeconds'
    | 'serviceRegistries'
    | 'loadBalancers'
  >
> {
  readonly name: string;
  readonly revision: number;
  readonly desiredCount: number;
  /** The id of the deployment that has yet to start its tasks. */
  readonly deployment: string;
  readonly balanced: boolean;
  /** Where its tasks run and by which strategy; by default it is a REPLICA service on the EC2 instances. */
  readonly capacity?: Pick<ServiceBody, 'capacityProviderStrategy' | 'launchType'>;
  readonly schedulingStrategy?: ServiceBody['schedulingStrategy'];
}

const onInstances = { capacityProviderStrategy: [{ capacityProvider: 'ec2', weight: 1, base: 0 }] };

/** A service's place behind a target group. */
export const behind = (targetGroupArn: Id, containerName: string) => [{ targetGroupArn, containerName, containerPort: PORT }];

/** A service that has yet to start its tasks. */
export function service(
  { name, revision, desiredCount, deployment, balanced, capacity = onInstances, ...rest }: ServiceShape,
  createdAt: string,
): readonly Effect[] {
  const id = arns.service(name);
  const taskDefinitionArn = arns.taskDefinition(name, revision);
  const body: ServiceBody = {
    serviceArn: id,
    serviceName: name,
    clusterArn,
    status: 'ACTIVE',
    desiredCount,
    runningCount: 0,
    pendingCount: 0,
    taskDefinition: taskDefinitionArn,
    schedulingStrategy: 'REPLICA',
    ...capacity,
    loadBalancers: balanced ? behind(arns.targetGroup, name) : [],
    ...rest,
    deployments: [
      {
        id: deployment,
        status: 'PRIMARY',
        taskDefinition: taskDefinitionArn,
        desiredCount,
        pendingCount: 0,
        runningCount: 0,
        failedTasks: 0,
        createdAt,
        updatedAt: createdAt,
        rolloutState: 'IN_PROGRESS',
        rolloutStateReason: `ECS deployment ${deployment} in progress.`,
        ...capacity,
      },
    ],
    events: [],
    createdAt,
  };
  return [object(id, 'ecs-service', body), begin(id, 'ecs-service')];
}

/** A container's log configuration that sends its lines to a group of CloudWatch Logs. */
export const awslogs = (group: string, options: Readonly<Record<string, string>> = {}) => ({
  logConfiguration: {
    logDriver: 'awslogs' as const,
    options: { 'awslogs-group': group, 'awslogs-region': REGION, 'awslogs-stream-prefix': 'ecs', ...options },
  },
});

/** A target group of the load balancer. Targets drain for a shorter time than AWS's 300 s, which would outlast a story. */
export function targetGroup(change: Partial<TargetGroupBody> = {}): readonly Effect[] {
  const body: TargetGroupBody = {
    TargetGroupArn: arns.targetGroup,
    TargetGroupName: 'web',
    Protocol: 'HTTP',
    Port: PORT,
    VpcId: VPC,
    HealthCheckProtocol: 'HTTP',
    HealthCheckPort: 'traffic-port',
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: 10,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 2,
    HealthCheckPath: '/healthz',
    Matcher: { HttpCode: '200' },
    LoadBalancerArns: [arns.loadBalancer],
    TargetType: 'ip',
    ...change,
  };
  const id = body.TargetGroupArn;
  return [object(id, 'elbv2-target-group', body), begin(id, 'elbv2-target-group', { deregistrationDelay: 15_000 })];
}

/** The load balancer with its target groups, by default one. */
export function loadBalancer(groups: readonly Effect[] = targetGroup()): readonly Effect[] {
  return [
    object(arns.loadBalancer, 'elbv2-load-balancer', {
      LoadBalancerArn: arns.loadBalancer,
      DNSName: `web-1234567890.${REGION}.elb.amazonaws.com`,
      CreatedTime: '2026-11-20T09:00:00.000Z',
      LoadBalancerName: 'web',
      Scheme: 'internet-facing',
      VpcId: VPC,
      State: { Code: 'active' },
      Type: 'application',
    }),
    ...groups,
  ];
}

/** Sets a service's desired count some time after the world begins, so that the reader meets it under way. */
export const scaledAfter = (service: Id, desiredCount: number, after: Millis): Effect =>
  send(service, { type: 'service.updated', change: { desiredCount }, newDeployment: false }, `set desired count to ${desiredCount}`, after);

/** What the clients of a service notice, as a plot. */
export const requestsPlot: Plot = {
  title: 'Requests',
  unit: 'a second',
  lines: [
    { measure: 'requests.served', label: 'served', look: 'good' },
    { measure: 'requests.failed', label: 'failed', look: 'bad' },
  ],
};
