import type { Id } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { hasFault } from '../../engine/world.ts';
import { find, nodeIdOf } from '../store.ts';
import type { PodContext } from './pod-context.ts';
import { NOT_READY } from './pod-worker.ts';
import { isCutOff } from './report.ts';

/** The states in which the process of a pod answers; one that is told to stop does so until it exits. */
const serving = [{ Running: 'Ready' }, { Running: 'Failing' }, { Running: 'Unprobed' }, 'Terminating'] as const;

/** Whether a request that reaches a pod with one container is answered, whatever the API server knows of it. */
export function answers(world: World, id: Id): boolean {
  const actor = world.actors.get(id);
  const pod = find(world, 'Pod', id)?.body;
  const node = pod && nodeIdOf(world, pod);
  if (actor?.behaviour !== 'k8s-pod' || node === undefined) return false;
  const { container } = actor.snapshot.context as PodContext; // the behaviour says which machine it is
  const isUp = container.state?.running !== undefined && serving.some((state) => actor.snapshot.matches(state));
  return isUp && !hasFault(world, NOT_READY, id) && !isCutOff(world, node);
}
