import type { Id } from '../../../model/json.ts';
import type { Wait } from '../../../model/resource.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { cancel, remind } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { controllerMachine, lookAgain } from '../controller.ts';
import { controllerId, nameIn } from '../identity.ts';
import { conditionOf } from '../objects.ts';
import { every, find, typed } from '../store.ts';
import { deadlineOf, deploymentComplete } from './status.ts';
import { syncDeployment } from './sync-deployment.ts';

/** Until when a rollout may take, in simulated time. */
function deadlineIn(world: World, { spec, status, metadata }: Parameters<typeof deadlineOf>[0]): number | undefined {
  const deadline = deadlineOf({ spec, metadata }, conditionOf(status?.conditions, 'Progressing'));
  return deadline === undefined ? undefined : deadline - world.epoch;
}

function look(world: World, key: Id): readonly Effect[] {
  const deployment = find(world, 'Deployment', key);
  if (deployment === undefined) return [];
  const deadline = deadlineIn(world, deployment.body);
  const clock = deadline === undefined || deadline < world.time ? cancel(key) : remind(lookAgain(key), deadline - world.time, key);
  return [...syncDeployment(world, deployment), clock];
}

function waits(world: World): readonly Wait[] {
  const rollouts = [...every(world, 'Deployment')].filter(({ body }) => !deploymentComplete(body, body.status ?? {}));
  if (rollouts.length === 0) return [{ code: 'change' }];
  return rollouts.map(({ id, body }) => {
    const until = deadlineIn(world, body);
    const available = body.status?.availableReplicas ?? 0;
    const values = { deployment: nameIn(id), available, wanted: body.spec.replicas };
    return { code: 'ready-pod', on: id, values, ...(until === undefined || until < world.time ? {} : { until }) };
  });
}

/** The Deployment controller: moves pods from the old ReplicaSets to the new one, by creating none itself. */
export const deploymentController: Behaviour = {
  machine: controllerMachine({
    id: 'k8s-deployment-controller',
    keyOf: ({ object }) => {
      const replicaSet = typed('ReplicaSet', object);
      return replicaSet === undefined ? object.id : controllerId(replicaSet.id, replicaSet.body.metadata);
    },
    look,
  }),
  waits: (_, world) => waits(world),
  looksAround: true,
};
