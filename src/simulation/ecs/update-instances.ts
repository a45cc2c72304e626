import type { Json, JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { refused } from './errors.ts';
import { findCluster, findInCluster, textOf } from './find.ts';
import { instanceOf } from './objects.ts';

/** ECS UpdateContainerInstancesState, for one instance: DRAINING and back to ACTIVE. */
export function updateInstances(world: World, input: JsonObject): Answer {
  const cluster = findCluster(world, textOf(input['cluster']));
  if (cluster === undefined) return refused('ecs', 'ClusterNotFoundException', 'Cluster not found.');
  const names = input['containerInstances'];
  const name = Array.isArray(names) ? textOf((names as readonly Json[])[0]) : undefined;
  const id = name === undefined ? undefined : findInCluster(world, cluster, 'ecs-container-instance', name);
  const instance = id === undefined ? undefined : instanceOf(world, id);
  if (instance === undefined) return refused(cluster.clusterArn, 'InvalidParameterException', 'The container instance was not found.');
  const about = instance.containerInstanceArn;
  const status = textOf(input['status']);
  if (status !== 'DRAINING' && status !== 'ACTIVE')
    return refused(about, 'InvalidParameterException', 'status must be ACTIVE or DRAINING.');
  if (instance.status !== 'ACTIVE' && instance.status !== 'DRAINING') {
    return refused(
      about,
      'InvalidParameterException',
      `The container instance is ${instance.status}; only an ACTIVE or DRAINING one can change.`,
    );
  }
  return {
    reply: { ok: true, body: { containerInstances: [{ ...instance, status }], failures: [] } },
    effects: [remind({ type: status === 'DRAINING' ? 'instance.drain' : 'instance.activate' }, 0)],
    about,
    text: `${status === 'DRAINING' ? 'drain' : 'make ACTIVE'} ${instance.ec2InstanceId}`,
  };
}
