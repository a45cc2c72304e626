import type { JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { isDaemon } from './daemon.ts';
import { refused } from './errors.ts';
import { findCluster, findInCluster, textOf } from './find.ts';
import { serviceOf } from './objects.ts';

/** ECS DeleteService: a service that shall have tasks is deleted only by force. */
export function deleteService(world: World, input: JsonObject): Answer {
  const cluster = findCluster(world, textOf(input['cluster']));
  if (cluster === undefined) return refused('ecs', 'ClusterNotFoundException', 'Cluster not found.');
  const id = findInCluster(world, cluster, 'ecs-service', textOf(input['service']) ?? '');
  const service = id === undefined ? undefined : serviceOf(world, id);
  if (service === undefined) return refused(cluster.clusterArn, 'ServiceNotFoundException', 'Service not found.');
  const about = service.serviceArn;
  if (service.status !== 'ACTIVE') return refused(about, 'ServiceNotActiveException', 'Service was not ACTIVE.');
  const hasTasks = service.runningCount > 0 || (service.desiredCount > 0 && !isDaemon(service));
  if (hasTasks && input['force'] !== true) {
    return refused(about, 'InvalidParameterException', 'The service cannot be stopped while it is scaled above 0.');
  }
  return {
    reply: { ok: true, body: { service: { ...service, status: 'DRAINING', desiredCount: 0 } } },
    effects: [remind({ type: 'service.deleted' }, 0)],
    about,
    text: `delete service ${service.serviceName}`,
  };
}
