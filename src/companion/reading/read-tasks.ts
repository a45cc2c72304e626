import type { Cluster, Service, Task } from '@aws-sdk/client-ecs';
import { described } from './batches.ts';
import { isMoving, mostMoving } from './moving.ts';
import { listed } from './pages.ts';
import type { Ground } from './reading.ts';

/** Reads the tasks of clusters, and of services that fail the newest tasks that stopped. */
export async function readTasks(ground: Ground, clusters: readonly Cluster[], services: readonly Service[]): Promise<readonly Task[]> {
  const { asker, keeper, allowances } = ground;
  const atMost = allowances.tasks.left();
  const lists = await Promise.all(
    clusters.map(async (cluster) => ({
      cluster,
      ...(await listed(asker, {
        action: 'ecs:ListTasks',
        send:
          (nextToken) =>
          ({ ecs }, how) =>
            ecs.listTasks({ cluster: cluster.clusterArn, maxResults: 100, nextToken }, how),
        elements: ({ taskArns }) => taskArns,
        atMost,
      })),
    })),
  );
  const taken = lists.map(({ cluster, elements, more }) => {
    const counted = (cluster.runningTasksCount ?? 0) + (cluster.pendingTasksCount ?? 0);
    const found = more ? Math.max(counted, elements.length + 1) : elements.length;
    return { cluster: cluster.clusterArn, arns: allowances.tasks.take(elements, `tasks of cluster ${cluster.clusterName}`, found) };
  });
  const parts = await Promise.all([...taken, ...(await stoppedTasks(ground, services))].map((some) => describeTasks(ground, some)));
  const tasks = parts.flat();
  keeper.keep('ecs.tasks', 'ecs:DescribeTasks', tasks);
  return tasks;
}

interface TasksOf {
  readonly cluster: string | undefined;
  readonly arns: readonly string[];
}

const describeTasks = ({ asker }: Ground, { cluster, arns }: TasksOf): Promise<readonly Task[]> =>
  described(asker, arns, {
    action: 'ecs:DescribeTasks',
    what: 'tasks',
    size: 100,
    send:
      (names) =>
      ({ ecs }, how) =>
        ecs.describeTasks({ cluster, tasks: [...names] }, how),
    failures: ({ failures }) => failures,
    elements: ({ tasks }) => tasks,
  });

/** Why tasks stopped is what a failing service is looked at for; ECS itself forgets them after an hour. */
const newestStopped = 10;

const stoppedTasks = ({ asker }: Ground, services: readonly Service[]): Promise<readonly TasksOf[]> =>
  Promise.all(
    services
      .filter(isMoving)
      .slice(0, mostMoving)
      .map(async ({ clusterArn: cluster, serviceName }) => {
        const answer = await asker.ask('ecs:ListTasks', ({ ecs }, how) =>
          ecs.listTasks({ cluster, serviceName, desiredStatus: 'STOPPED', maxResults: newestStopped }, how),
        );
        return { cluster, arns: answer?.taskArns ?? [] };
      }),
  );

/** Reads the container instances of those clusters that have some. */
export async function readContainerInstances({ asker, keeper }: Ground, clusters: readonly Cluster[]): Promise<void> {
  const parts = await Promise.all(
    clusters
      .filter(({ registeredContainerInstancesCount = 0 }) => registeredContainerInstancesCount > 0)
      .map(async ({ clusterArn }) => {
        const { elements } = await listed(asker, {
          action: 'ecs:ListContainerInstances',
          send:
            (nextToken) =>
            ({ ecs }, how) =>
              ecs.listContainerInstances({ cluster: clusterArn, maxResults: 100, nextToken }, how),
          elements: ({ containerInstanceArns }) => containerInstanceArns,
        });
        const instances = await described(asker, elements, {
          action: 'ecs:DescribeContainerInstances',
          what: 'container instances',
          size: 100,
          send:
            (names) =>
            ({ ecs }, how) =>
              ecs.describeContainerInstances({ cluster: clusterArn, containerInstances: [...names] }, how),
          failures: ({ failures }) => failures,
          elements: ({ containerInstances }) => containerInstances,
        });
        return instances.map((instance) => ({ ...instance, clusterArn }));
      }),
  );
  keeper.keep('ecs.containerInstances', 'ecs:DescribeContainerInstances', parts.flat());
}
