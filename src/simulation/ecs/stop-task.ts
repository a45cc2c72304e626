import type { JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { lastPart } from './arns.ts';
import { refused } from './errors.ts';
import { findCluster, findInCluster, textOf } from './find.ts';
import { taskOf } from './objects.ts';

/** ECS StopTask. */
export function stopTask(world: World, input: JsonObject): Answer {
  const cluster = findCluster(world, textOf(input['cluster']));
  if (cluster === undefined) return refused('ecs', 'ClusterNotFoundException', 'Cluster not found.');
  const id = findInCluster(world, cluster, 'ecs-task', textOf(input['task']) ?? '');
  const task = id === undefined ? undefined : taskOf(world, id);
  if (task === undefined) return refused(cluster.clusterArn, 'InvalidParameterException', 'The referenced task was not found.');
  const cause = { stopCode: 'UserInitiated', stoppedReason: textOf(input['reason']) ?? 'Task stopped by user' };
  return {
    reply: { ok: true, body: { task: { ...task, desiredStatus: 'STOPPED', ...cause } } },
    effects: [remind({ type: 'task.stop', cause }, 0)],
    about: task.taskArn,
    text: `stop task ${lastPart(task.taskArn).slice(0, 3)}`,
  };
}
