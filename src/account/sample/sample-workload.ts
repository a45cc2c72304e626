import type { JsonObject } from '../../model/json.ts';
import { clusterArn, logGroup, service, target, task, taskDefinition } from './sample-parts.ts';

/** Lists of an account file, by their names. */
export type Lists = Readonly<Record<string, readonly JsonObject[]>>;

/** Several sets of lists as one. */
export function joined(...parts: readonly Lists[]): Lists {
  const all = new Map<string, JsonObject[]>();
  for (const part of parts) for (const [name, elements] of Object.entries(part)) all.set(name, [...(all.get(name) ?? []), ...elements]);
  return Object.fromEntries(all);
}

/** How a service of a sample account is. */
export interface Workload {
  readonly name: string;
  readonly cluster: string;
  readonly tasks: number;
  /** The number of its first task; tells tasks of one cluster apart. */
  readonly first: number;
  /** Follows every practice, or none. */
  readonly well: boolean;
  readonly balanced: boolean;
}

const REGION = 'eu-west-1';
const zones = ['a', 'b', 'c'];
const networking = (rest: string): string => `arn:aws:elasticloadbalancing:${REGION}:111122223333:${rest}`;

/** The subnets of the samples, one in each zone. */
export const subnets: readonly JsonObject[] = zones.map((zone) => ({
  SubnetArn: `arn:aws:ec2:${REGION}:111122223333:subnet/subnet-0${zone}1b2c3d4e5f60718`,
  SubnetId: `subnet-0${zone}1b2c3d4e5f60718`,
  VpcId: 'vpc-0a1b2c3d4e5f60718',
  State: 'available',
  AvailabilityZone: `${REGION}${zone}`,
  AvailableIpAddressCount: 240,
  MapPublicIpOnLaunch: false,
}));

/** The cluster of an ECS sample. */
export const sampleCluster = (name: string, counts: { readonly services: number; readonly tasks: number }, well: boolean): JsonObject => ({
  clusterArn: clusterArn(REGION, name),
  clusterName: name,
  status: 'ACTIVE',
  registeredContainerInstancesCount: 0,
  runningTasksCount: counts.tasks,
  pendingTasksCount: 0,
  activeServicesCount: counts.services,
  settings: [{ name: 'containerInsights', value: well ? 'enhanced' : 'disabled' }],
  capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
});

function serviceOf({ name, cluster, tasks, well, balanced }: Workload): JsonObject {
  const parts = { family: name, revision: 1, desired: tasks, running: tasks, launchType: 'FARGATE', cluster };
  const plain = service(name, balanced ? { ...parts, targetGroupArn: groupArn(name) } : parts, [
    ['09:00:11', 'has reached a steady state.'],
  ]);
  const { deployments } = plain;
  const connect = { enabled: well, namespace: 'shop', services: well ? [{ portName: 'http', discoveryName: name }] : [] };
  return {
    ...plain,
    serviceRegistries: [],
    deployments: Array.isArray(deployments) ? deployments.map((one: JsonObject) => ({ ...one, serviceConnectConfiguration: connect })) : [],
    deploymentConfiguration: {
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      strategy: 'ROLLING',
      deploymentCircuitBreaker: { enable: well, rollback: well },
    },
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: subnets.slice(0, well ? 3 : 1).map(({ SubnetId }) => SubnetId ?? ''),
        assignPublicIp: well ? 'DISABLED' : 'ENABLED',
      },
    },
    availabilityZoneRebalancing: well ? 'ENABLED' : 'DISABLED',
  };
}

function definitionOf({ name, well }: Workload): JsonObject {
  const plain = taskDefinition(name, 1);
  const { containerDefinitions } = plain;
  const hardened = { readonlyRootFilesystem: well, privileged: false, user: well ? '1000' : 'root' };
  return {
    ...plain,
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: Array.isArray(containerDefinitions)
      ? containerDefinitions.map((one: JsonObject) => ({ ...one, ...hardened, suspiciousEnvironment: well ? [] : ['DB_PASSWORD'] }))
      : [],
  };
}

const groupArn = (name: string): string => networking(`targetgroup/${name}/73e2d6bc24d8a067`);
const balancerArn = (name: string): string => networking(`loadbalancer/app/${name}/50dc6c495c0c9188`);

/** A service with everything that it brings into an account file: definition, tasks, load balancer, log group, scaling. */
export function workload(of: Workload): { readonly ecs: Lists; readonly around: Lists } {
  const { name, cluster, tasks, first, well, balanced } = of;
  const numbers = Array.from({ length: tasks }, (_, index) => first + index);
  const zoneOf = (index: number): string => (well ? zones[index % zones.length] : undefined) ?? 'a';
  const around: Lists = {
    logGroups: [well ? logGroup(name, 30) : logGroup(name)],
    scalableTargets: well ? [scalableTarget(of)] : [],
  };
  return {
    ecs: {
      services: [serviceOf(of)],
      taskDefinitions: [definitionOf(of)],
      tasks: numbers.map((number, index) => task(name, 1, number, { zone: zoneOf(index), health: 'HEALTHY', cluster })),
    },
    around: balanced ? joined(around, balancing(name, numbers, well)) : around,
  };
}

const scalableTarget = ({ name, cluster, tasks }: Workload): JsonObject => ({
  ScalableTargetARN: `arn:aws:application-autoscaling:${REGION}:111122223333:scalable-target/0ec5${cluster}${name}`,
  ServiceNamespace: 'ecs',
  ResourceId: `service/${cluster}/${name}`,
  ScalableDimension: 'ecs:service:DesiredCount',
  MinCapacity: tasks,
  MaxCapacity: tasks * 4,
  CreationTime: '2026-11-20T08:05:00.000Z',
});

const balancing = (name: string, numbers: readonly number[], well: boolean): Lists => ({
  loadBalancers: [{ LoadBalancerArn: balancerArn(name), LoadBalancerName: name, Type: 'application', State: { Code: 'active' } }],
  targetGroups: [
    {
      TargetGroupArn: groupArn(name),
      TargetGroupName: name,
      Protocol: 'HTTP',
      Port: 80,
      TargetType: 'ip',
      LoadBalancerArns: [balancerArn(name)],
    },
  ],
  targetHealth: numbers.map((number, index) => target(groupArn(name), number, well || index > 0 ? 'healthy' : 'unhealthy')),
});
