import type { JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { refused } from './errors.ts';
import { findCluster, findInCluster, textOf } from './find.ts';
import { instanceOf } from './objects.ts';

/** ECS DeregisterContainerInstance: one with tasks leaves only by force. */
export function deregisterInstance(world: World, input: JsonObject): Answer {
  const cluster = findCluster(world, textOf(input['cluster']));
  if (cluster === undefined) return refused('ecs', 'ClusterNotFoundException', 'Cluster not found.');
  const id = findInCluster(world, cluster, 'ecs-container-instance', textOf(input['containerInstance']) ?? '');
  const instance = id === undefined ? undefined : instanceOf(world, id);
  if (instance === undefined) return refused(cluster.clusterArn, 'InvalidParameterException', 'The container instance was not found.');
  const about = instance.containerInstanceArn;
  if (instance.status === 'DEREGISTERING' || instance.status === 'INACTIVE') {
    return refused(about, 'InvalidParameterException', `The container instance is ${instance.status} already.`);
  }
  if (instance.runningTasksCount + instance.pendingTasksCount > 0 && input['force'] !== true) {
    return refused(about, 'InvalidParameterException', 'Found running tasks on the instance.');
  }
  return {
    reply: { ok: true, body: { containerInstance: { ...instance, status: 'DEREGISTERING' } } },
    effects: [remind({ type: 'instance.deregister' }, 0)],
    about,
    text: `deregister ${instance.ec2InstanceId}`,
  };
}
