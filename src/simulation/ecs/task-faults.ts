import type { Id } from '../../model/json.ts';
import { containerReason, errorMessage } from './agent/agent-error.ts';
import { lastPart } from './arns.ts';
import type { FaultRule } from '../engine/domain.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import type { ContainerContext } from './container-setup.ts';

/** The name of the container that a fault is aimed at. */
const nameOf = (world: World, id: Id): string =>
  (world.actors.get(id)?.snapshot.context as ContainerContext | undefined)?.name ?? 'a container that is gone'; // faults of containers are aimed at containers

const outOfMemory = containerReason('OutOfMemoryError', errorMessage({ errorName: 'OutOfMemoryError' }));

/** What may break in a single container or task, besides what may break in every diagram of ECS. */
export const taskFaults = {
  /** The process of a container exits with 0, as if its work were done. */
  'container-completes': {
    text: (id, on, world) => `${on ? 'let' : 'forget that'} container ${nameOf(world, id)} ${on ? 'exit' : 'exited'} with 0`,
    effects: (_id, on) => (on ? [remind({ type: 'process.exited', exitCode: 0 }, 0)] : []),
  },

  /** The kernel kills the process of a container because it uses more memory than it may. */
  'out-of-memory': {
    text: (id, on, world) => `${on ? 'let' : 'forget that'} container ${nameOf(world, id)} ${on ? 'run' : 'ran'} out of memory`,
    effects: (_id, on) => (on ? [remind({ type: 'process.exited', exitCode: 137, reason: outOfMemory }, 0)] : []),
  },

  /** The process of a container does not heed SIGTERM. */
  'ignores-sigterm': {
    text: (id, on, world) => `let container ${nameOf(world, id)} ${on ? 'ignore' : 'heed'} SIGTERM`,
    effects: () => [],
  },

  /** The secret that the containers of a task ask for lacks the key that they name. */
  'secret-missing': {
    text: (_task, on) => (on ? 'take the key out of the secret' : 'put the key back into the secret'),
    effects: () => [],
  },

  /** Fargate Spot needs its capacity back: the task is warned and gets SIGTERM. */
  'spot-warning': {
    text: (task, on) => `${on ? 'interrupt' : 'forget the interruption of'} Spot task ${lastPart(task).slice(0, 3)}`,
    effects: (_task, on) => (on ? [remind({ type: 'spot.interrupted' }, 0)] : []),
  },
} satisfies Readonly<Record<string, FaultRule>>;
