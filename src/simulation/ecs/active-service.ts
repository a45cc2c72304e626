import type { JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { refused } from './errors.ts';
import { findCluster, findInCluster, textOf } from './find.ts';
import type { ClusterBody, ServiceBody } from './objects.ts';
import { serviceOf } from './objects.ts';

/** Answers for the ACTIVE service that a call names; refuses in ECS's words where there is none. */
export function withActiveService(world: World, input: JsonObject, answer: (service: ServiceBody, cluster: ClusterBody) => Answer): Answer {
  const cluster = findCluster(world, textOf(input['cluster']));
  if (cluster === undefined) return refused('ecs', 'ClusterNotFoundException', 'Cluster not found.');
  const id = findInCluster(world, cluster, 'ecs-service', textOf(input['service']) ?? '');
  const service = id === undefined ? undefined : serviceOf(world, id);
  if (service === undefined) return refused(cluster.clusterArn, 'ServiceNotFoundException', 'Service not found.');
  if (service.status !== 'ACTIVE') return refused(service.serviceArn, 'ServiceNotActiveException', 'Service was not ACTIVE.');
  return answer(service, cluster);
}
