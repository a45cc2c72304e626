import type { JsonObject } from '../../../src/model/json.ts';

type Wire = readonly JsonObject[];

/** What a fake account holds in one Region, as its APIs put it on the wire: times in seconds. */
export interface Holdings {
  readonly clusters: Wire;
  readonly capacityProviders: Wire;
  readonly services: Wire;
  readonly serviceDeployments: Wire;
  readonly tasks: Wire;
  readonly taskDefinitions: Wire;
  readonly containerInstances: Wire;
  readonly eksClusters: Wire;
  readonly nodegroups: Wire;
  readonly fargateProfiles: Wire;
  readonly addons: Wire;
  /** With their `associatedAccessPolicies` inside, which AWS tells apart. */
  readonly accessEntries: Wire;
  /** With their `clusterName` inside, which AWS does not tell. */
  readonly podIdentityAssociations: Wire;
  readonly insights: Wire;
  readonly updates: Wire;
  readonly loadBalancers: Wire;
  readonly targetGroups: Wire;
  /** With their `TargetGroupArn` inside, which AWS does not tell. */
  readonly targetHealth: Wire;
  readonly namespaces: Wire;
  readonly discoveryServices: Wire;
  /** With their `ServiceArn` inside. */
  readonly discoveryInstances: Wire;
  readonly scalableTargets: Wire;
  readonly logGroups: Wire;
  readonly subnets: Wire;
  readonly workspaces: Wire;
  readonly scrapers: Wire;
  readonly grafanaWorkspaces: Wire;
}

/** A Region in which there is nothing. */
export const nothing: Holdings = {
  clusters: [],
  capacityProviders: [],
  services: [],
  serviceDeployments: [],
  tasks: [],
  taskDefinitions: [],
  containerInstances: [],
  eksClusters: [],
  nodegroups: [],
  fargateProfiles: [],
  addons: [],
  accessEntries: [],
  podIdentityAssociations: [],
  insights: [],
  updates: [],
  loadBalancers: [],
  targetGroups: [],
  targetHealth: [],
  namespaces: [],
  discoveryServices: [],
  discoveryInstances: [],
  scalableTargets: [],
  logGroups: [],
  subnets: [],
  workspaces: [],
  scrapers: [],
  grafanaWorkspaces: [],
};

/** The account that all fakes are. */
export const account = '111122223333';

/** Where they are unless a test says otherwise. */
export const home = 'eu-west-1';

const arn = (service: string, rest: string): string => `arn:aws:${service}:${home}:${account}:${rest}`;

/** How many of each there are. */
export interface Size {
  readonly clusters: number;
  readonly services: number;
  readonly tasks: number;
  readonly taskDefinitions: number;
}

const created = 1_780_000_000;

const numbered = <Element>(count: number, make: (index: number) => Element): readonly Element[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** An account of Fargate services at rest that name nothing else. */
export function fargateOnly({ clusters, services, tasks, taskDefinitions }: Size): Holdings {
  const clusterOf = (index: number) => `cluster-${index % clusters}`;
  const definition = (index: number) => arn('ecs', `task-definition/web-${index % taskDefinitions}:1`);
  return {
    ...nothing,
    clusters: numbered(clusters, (index) => ({
      clusterArn: arn('ecs', `cluster/${clusterOf(index)}`),
      clusterName: clusterOf(index),
      status: 'ACTIVE',
      registeredContainerInstancesCount: 0,
      runningTasksCount: Math.ceil((tasks - index) / clusters),
      pendingTasksCount: 0,
      activeServicesCount: Math.ceil((services - index) / clusters),
      settings: [{ name: 'containerInsights', value: 'enabled' }],
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: [],
    })),
    services: numbered(services, (index) => ({
      serviceArn: arn('ecs', `service/${clusterOf(index)}/web-${index}`),
      serviceName: `web-${index}`,
      clusterArn: arn('ecs', `cluster/${clusterOf(index)}`),
      status: 'ACTIVE',
      launchType: 'FARGATE',
      desiredCount: 1,
      runningCount: 1,
      pendingCount: 0,
      schedulingStrategy: 'REPLICA',
      taskDefinition: definition(index),
      deployments: [
        {
          id: `ecs-svc/${index}`,
          status: 'PRIMARY',
          rolloutState: 'COMPLETED',
          failedTasks: 0,
          taskDefinition: definition(index),
          createdAt: created,
        },
      ],
      loadBalancers: [],
      serviceRegistries: [],
      events: [],
      createdAt: created,
    })),
    tasks: numbered(tasks, (index) => ({
      taskArn: arn('ecs', `task/${clusterOf(index)}/${index.toString(16).padStart(32, '0')}`),
      clusterArn: arn('ecs', `cluster/${clusterOf(index)}`),
      taskDefinitionArn: definition(index),
      group: `service:web-${index % services}`,
      launchType: 'FARGATE',
      lastStatus: 'RUNNING',
      desiredStatus: 'RUNNING',
      availabilityZone: `${home}a`,
      containers: [{ name: 'web', lastStatus: 'RUNNING' }],
      createdAt: created,
    })),
    taskDefinitions: numbered(taskDefinitions, (index) => ({
      taskDefinitionArn: definition(index),
      family: `web-${index}`,
      revision: 1,
      status: 'ACTIVE',
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '512',
      containerDefinitions: [{ name: 'web', image: 'web:1', essential: true }],
    })),
  };
}
