import type { JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { patch } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { launchTypeOf } from './capacity-strategy.ts';
import { refused } from './errors.ts';
import { findCluster, findTaskDefinition, textOf } from './find.ts';
import { newTask } from './start-task.ts';
import { strategyInput } from './strategy-input.ts';

/** ECS RunTask, for one task on Fargate or Fargate Spot, in the first zone of the Region. */
export function runTask(world: World, input: JsonObject): Answer {
  const cluster = findCluster(world, textOf(input['cluster']));
  if (cluster === undefined) return refused('ecs', 'ClusterNotFoundException', 'Cluster not found.');
  const definition = findTaskDefinition(world, textOf(input['taskDefinition']) ?? '');
  if (definition === undefined) return refused(cluster.clusterArn, 'ClientException', 'TaskDefinition not found.');
  const strategy = strategyInput(input['capacityProviderStrategy'], cluster);
  if (typeof strategy === 'string') return refused(cluster.clusterArn, 'InvalidParameterException', strategy);
  const provider = strategy?.[0]?.capacityProvider ?? 'FARGATE';
  if (launchTypeOf(provider) !== 'FARGATE')
    return refused(
      cluster.clusterArn,
      'InvalidParameterException',
      `This simulation runs single tasks on Fargate only, not on ${provider}.`,
    );
  const { clusterArn, pendingTasksCount } = cluster;
  const starter = { clusterArn, group: `family:${definition.family}`, startedBy: '' };
  const place = { launchType: 'FARGATE', zone: `${clusterArn.split(':')[3] ?? ''}a`, provider, instance: undefined } as const;
  const { task, effects } = newTask(world, starter, definition, place, world.seq, clusterArn);
  return {
    reply: { ok: true, body: { tasks: [task], failures: [] } },
    effects: [...effects, patch(clusterArn, { pendingTasksCount: pendingTasksCount + 1 })],
    about: clusterArn,
    text: `run a task of ${definition.family}:${definition.revision} on ${provider}`,
  };
}
