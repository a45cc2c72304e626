import type { ApiObject } from '../../model/api-object.ts';
import { objects, text } from '../../model/ecs/read.ts';
import type { JsonObject } from '../../model/json.ts';
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

const tasksByService = new WeakMap<object, ReadonlyMap<string, readonly ApiObject[]>>();

/** The running tasks of a service, as far as they were read. */
export function tasksOf(service: ApiObject, { estate }: Evidences): readonly ApiObject[] {
  const running = (): readonly ApiObject[] => described(estate, 'ecs-task').filter(({ body }) => text(body, 'lastStatus') === 'RUNNING');
  const known =
    tasksByService.get(estate) ?? Map.groupBy(running(), (task) => `${clusterOf(task) ?? ''} ${text(task.body, 'group') ?? ''}`);
  tasksByService.set(estate, known);
  return known.get(`${clusterOf(service) ?? ''} service:${serviceName(service)}`) ?? [];
}

/** How many services were read of each cluster. */
export function servicesInCluster(service: ApiObject, evidences: Evidences): number {
  const cluster = clusterOf(service);
  const counts = countsByCluster.get(evidences.estate) ?? Map.groupBy(servicesOf(evidences), (one) => clusterOf(one) ?? '');
  countsByCluster.set(evidences.estate, counts);
  return counts.get(cluster ?? '')?.length ?? 0;
}

const countsByCluster = new WeakMap<object, ReadonlyMap<string, readonly ApiObject[]>>();
