import type { Id } from '../../model/json.ts';
import { answerOf } from '../cloud-map/objects.ts';
import type { Effect } from '../engine/effect.ts';
import { send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { serviceOfTask } from './arns.ts';
import type { TaskBody } from './objects.ts';
import { serviceOf } from './objects.ts';

/** The owner under which the answers are found that clients hold of a Cloud Map service. */
export const callersOf = (registry: Id): Id => `${registry}/callers`;

/** The Cloud Map services that a task's service registers its tasks with; most have none. */
function registriesOf(world: World, task: TaskBody): readonly Id[] {
  const service = serviceOfTask(task);
  const registries = (service === undefined ? undefined : serviceOf(world, service)?.serviceRegistries) ?? [];
  return registries.flatMap(({ registryArn }) => registryArn ?? []);
}

/** Tells the Cloud Map services of a task that it changed, so that ECS registers it, reports its health or takes it out. */
export const toRegistries = (world: World, task: TaskBody, text: string): readonly Effect[] =>
  registriesOf(world, task).map((registry) => send(registry, { type: 'task.changed', task: task.taskArn }, text));

/** Lets the clients that hold the address of a task notice that it answers differently. */
export const toCallers = (world: World, task: TaskBody, text: string): readonly Effect[] =>
  registriesOf(world, task)
    .flatMap((registry) => [...ownedBy(world, callersOf(registry))])
    .filter(({ id }) => answerOf(world, id)?.records.some(({ taskArn }) => taskArn === task.taskArn))
    .map(({ id }) => send(id, { type: 'callee.changed' }, text));
