import type { AnyMachineSnapshot } from 'xstate';
import type { Wait } from '../../model/resource.ts';
import type { World } from '../engine/world.ts';
import { unmetDependencies } from './agent/dependency-error.ts';
import { viewOf } from './agent/managed-task.ts';
import type { ContainerContext } from './container-setup.ts';
import { containersOf } from './task-agent.ts';
import type { TaskContext } from './task-events.ts';

/** The dependencies that a container still waits for, as the agent sees its task. */
function dependencyWaits({ task, name }: ContainerContext, world: World): readonly Wait[] {
  const context = world.actors.get(task)?.snapshot.context as TaskContext | undefined; // the context of the task machine
  if (context === undefined) return [];
  const view = viewOf(containersOf(context), context.agent, world.time);
  const target = view.find((one) => one.name === name);
  const unmet = target === undefined ? [] : unmetDependencies(target, view);
  return unmet.map(({ containerName, condition }) => ({ code: 'container-dependency', values: { container: containerName, condition } }));
}

/** What a container waits for. */
export function containerWaits(snapshot: AnyMachineSnapshot, world: World): readonly Wait[] {
  const context = snapshot.context as ContainerContext; // the context of the container machine
  const { image, check, stopTimeout } = context;
  const [seconds, file] = [stopTimeout / 1000, image.slice(image.lastIndexOf('/') + 1)];
  if (snapshot.matches({ PENDING: 'pulling' })) return [{ code: 'image-pull', values: { image: file } }];
  if (snapshot.matches({ PENDING: 'starting' })) return [{ code: 'process-start' }];
  if (snapshot.matches('PENDING')) return dependencyWaits(context, world);
  if (snapshot.matches({ RUNNING: 'working' })) return [{ code: 'work' }];
  if (snapshot.matches({ RUNNING: 'UNKNOWN' })) return [{ code: 'first-check', values: { interval: (check?.interval ?? 0) / 1000 } }];
  if (snapshot.matches({ RUNNING: 'ending' })) return [{ code: 'sigterm', values: { seconds } }];
  return snapshot.matches({ RUNNING: 'ignoring' }) ? [{ code: 'sigkill', values: { seconds } }] : [];
}
