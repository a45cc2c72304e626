import type { JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { refused } from './errors.ts';
import { findCluster, textOf } from './find.ts';
import { successorOf } from './new-instance.ts';
import type { ContainerInstanceBody } from './objects.ts';
import { instanceOf } from './objects.ts';
import { zoneOf } from './placement.ts';

/** ECS RegisterContainerInstance, which the agent of a new instance calls. The Auto Scaling group launches one like its others, where it has the fewest. */
export function registerInstance(world: World, input: JsonObject): Answer {
  const cluster = findCluster(world, textOf(input['cluster']));
  if (cluster === undefined) return refused('ecs', 'ClusterNotFoundException', 'Cluster not found.');
  const group = [...ownedBy(world, cluster.clusterArn)].flatMap(({ id }) => instanceOf(world, id) ?? []);
  const model = likeOfFewest(group);
  if (model === undefined)
    return refused(
      cluster.clusterArn,
      'InvalidParameterException',
      'This simulation launches an instance like one that is there, and there is none.',
    );
  const { body, effects } = successorOf(world, model);
  return {
    reply: { ok: true, body: { containerInstance: body } },
    effects,
    about: cluster.clusterArn,
    text: `launch ${body.ec2InstanceId}`,
  };
}

/** An instance of the zone in which the fewest are registered. */
function likeOfFewest(group: readonly ContainerInstanceBody[]): ContainerInstanceBody | undefined {
  const zones = new Map<string, number>();
  for (const instance of group) {
    const isThere = instance.status === 'ACTIVE' || instance.status === 'REGISTERING';
    zones.set(zoneOf(instance), (zones.get(zoneOf(instance)) ?? 0) + (isThere ? 1 : 0));
  }
  const size = (instance: ContainerInstanceBody) => zones.get(zoneOf(instance)) ?? 0;
  return group.toSorted((a, b) => size(a) - size(b) || (zoneOf(a) < zoneOf(b) ? -1 : 1))[0];
}
