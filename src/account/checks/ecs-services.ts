import type { ApiObject } from '../../model/api-object.ts';
import { objects, text } from '../../model/ecs/read.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Estate } from '../gather.ts';
import { clusterOf } from '../links.ts';
import type { Evidences } from './check.ts';
import { described, describedAt } from './evidence-of.ts';

/** The services that are not deleted. */
export const servicesOf = ({ estate }: Evidences): readonly ApiObject[] =>
  described(estate, 'ecs-service').filter(({ body }) => text(body, 'status') !== 'INACTIVE');

/** The name of a service. */
export const serviceName = ({ id, body }: ApiObject): string => text(body, 'serviceName') ?? id;

/** The deployment that a service is going to or has. */
export const primaryOf = ({ body }: ApiObject): JsonObject | undefined =>
  objects(body, 'deployments').find((one) => text(one, 'status') === 'PRIMARY');

/** The task definition that a service starts tasks from, if it was described. */
export const definitionOf = (service: ApiObject, { estate }: Evidences): ApiObject | undefined =>
  describedAt(estate, text(service.body, 'taskDefinition') ?? text(primaryOf(service) ?? {}, 'taskDefinition'));

const runningTasks = new WeakMap<Estate, ReadonlyMap<string, ReadonlyMap<string, readonly ApiObject[]>>>();

/** The running tasks of an estate by their cluster, and there by their group. */
function tasksByGroup(estate: Estate): ReadonlyMap<string, ReadonlyMap<string, readonly ApiObject[]>> {
  const known = runningTasks.get(estate);
  if (known !== undefined) return known;
  const running = described(estate, 'ecs-task').filter(({ body }) => text(body, 'lastStatus') === 'RUNNING');
  const found = new Map(
    [...Map.groupBy(running, (task) => clusterOf(task) ?? '')].map(
      ([cluster, tasks]) => [cluster, Map.groupBy(tasks, ({ body }) => text(body, 'group') ?? '')] as const,
    ),
  );
  runningTasks.set(estate, found);
  return found;
}

/** The running tasks of a service, as far as they were read. */
export const tasksOf = (service: ApiObject, { estate }: Evidences): readonly ApiObject[] =>
  tasksByGroup(estate)
    .get(clusterOf(service) ?? '')
    ?.get(`service:${serviceName(service)}`) ?? [];

/** How many services were read of each cluster. */
export function servicesInCluster(service: ApiObject, evidences: Evidences): number {
  const cluster = clusterOf(service);
  const counts = countsByCluster.get(evidences.estate) ?? Map.groupBy(servicesOf(evidences), (one) => clusterOf(one) ?? '');
  countsByCluster.set(evidences.estate, counts);
  return counts.get(cluster ?? '')?.length ?? 0;
}

const countsByCluster = new WeakMap<object, ReadonlyMap<string, readonly ApiObject[]>>();
