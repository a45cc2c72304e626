import type { Cluster, Service, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import { readContainerInstances, readTasks } from './read-tasks.ts';
import { described } from './batches.ts';
import { namesOf } from './names.ts';
import { listed } from './pages.ts';
import { readServiceDeployments } from './read-service-deployments.ts';
import type { Ground } from './reading.ts';

/** What ECS has in a Region, for those who read what it names. */
export interface EcsFound {
  readonly clusters: readonly Cluster[];
  readonly services: readonly Service[];
  readonly taskDefinitions: readonly TaskDefinition[];
}

/** Reads the ECS clusters of a Region and what is in them. */
export async function readEcs(ground: Ground): Promise<EcsFound> {
  const clusters = await readClusters(ground);
  const services = await readServices(ground, clusters);
  const [tasks] = await Promise.all([
    readTasks(ground, clusters, services),
    readContainerInstances(ground, clusters),
    readCapacityProviders(ground, clusters, services),
    readServiceDeployments(ground, services),
  ]);
  return { clusters, services, taskDefinitions: await readTaskDefinitions(ground, services, tasks) };
}

async function readClusters({ asker, keeper, allowances }: Ground): Promise<readonly Cluster[]> {
  const { elements } = await listed(asker, {
    action: 'ecs:ListClusters',
    send:
      (nextToken) =>
      ({ ecs }, how) =>
        ecs.listClusters({ maxResults: 100, nextToken }, how),
    elements: ({ clusterArns }) => clusterArns,
  });
  const clusters = await described(asker, allowances.clusters.take(elements, `clusters of ECS in ${asker.region}`), {
    action: 'ecs:DescribeClusters',
    what: 'clusters',
    size: 100,
    send:
      (names) =>
      ({ ecs }, how) =>
        ecs.describeClusters({ clusters: [...names], include: ['SETTINGS'] }, how),
    failures: ({ failures }) => failures,
    elements: (answer) => answer.clusters,
  });
  keeper.keep('ecs.clusters', 'ecs:DescribeClusters', clusters);
  return clusters;
}

async function readServices({ asker, keeper, allowances }: Ground, clusters: readonly Cluster[]): Promise<readonly Service[]> {
  const atMost = allowances.services.left();
  const lists = await Promise.all(
    clusters.map(async (cluster) => ({
      cluster,
      ...(await listed(asker, {
        action: 'ecs:ListServices',
        send:
          (nextToken) =>
          ({ ecs }, how) =>
            ecs.listServices({ cluster: cluster.clusterArn, maxResults: 100, nextToken }, how),
        elements: ({ serviceArns }) => serviceArns,
        atMost,
      })),
    })),
  );
  const parts = await Promise.all(
    lists.map(({ cluster, elements, more }) => {
      const found = more ? Math.max(cluster.activeServicesCount ?? 0, elements.length + 1) : elements.length;
      const taken = allowances.services.take(elements, `services of cluster ${cluster.clusterName}`, found);
      return described(asker, taken, {
        action: 'ecs:DescribeServices',
        what: 'services',
        size: 10,
        send:
          (names) =>
          ({ ecs }, how) =>
            ecs.describeServices({ cluster: cluster.clusterArn, services: [...names] }, how),
        failures: ({ failures }) => failures,
        elements: ({ services }) => services,
      });
    }),
  );
  const services = parts.flat();
  keeper.keep('ecs.services', 'ecs:DescribeServices', services);
  return services;
}

/** AWS's own two, of which there is nothing to describe. */
const awsOwn: ReadonlySet<string> = new Set(['FARGATE', 'FARGATE_SPOT']);

async function readCapacityProviders({ asker, keeper }: Ground, clusters: readonly Cluster[], services: readonly Service[]): Promise<void> {
  const named = [
    ...clusters.flatMap(({ capacityProviders = [] }) => capacityProviders),
    ...services.flatMap(({ capacityProviderStrategy = [] }) =>
      namesOf(capacityProviderStrategy, ({ capacityProvider }) => capacityProvider),
    ),
  ].filter((name) => !awsOwn.has(name));
  const providers = await described(asker, named, {
    action: 'ecs:DescribeCapacityProviders',
    what: 'capacity providers',
    size: 10, // a page holds ten
    send:
      (names) =>
      ({ ecs }, how) =>
        ecs.describeCapacityProviders({ capacityProviders: [...names] }, how),
    failures: ({ failures }) => failures,
    elements: ({ capacityProviders }) => capacityProviders,
  });
  keeper.keep('ecs.capacityProviders', 'ecs:DescribeCapacityProviders', providers);
}

async function readTaskDefinitions(
  { asker, keeper, allowances }: Ground,
  services: readonly Service[],
  tasks: readonly Task[],
): Promise<readonly TaskDefinition[]> {
  const named = new Set([
    ...namesOf(services, ({ taskDefinition }) => taskDefinition),
    ...services.flatMap(({ deployments = [] }) => namesOf(deployments, ({ taskDefinition }) => taskDefinition)),
    ...namesOf(tasks, ({ taskDefinitionArn }) => taskDefinitionArn),
  ]);
  const taken = allowances.taskDefinitions.take([...named], `task definitions in ${asker.region}`);
  const definitions = await described(asker, taken, {
    action: 'ecs:DescribeTaskDefinition',
    what: 'task definitions',
    size: 1,
    send:
      ([taskDefinition]) =>
      ({ ecs }, how) =>
        ecs.describeTaskDefinition({ taskDefinition }, how),
    elements: ({ taskDefinition }) => taskDefinition && [taskDefinition],
  });
  keeper.keep('ecs.taskDefinitions', 'ecs:DescribeTaskDefinition', definitions);
  return definitions;
}
