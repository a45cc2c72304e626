import type { World } from '../../engine/world.ts';
import type { Pod } from '../objects.ts';

/**
 * The behaviour that a pod lives by. One container that runs for ever with at most a readiness probe lives in one machine with its pod, which
 * keeps worlds of thousands of pods fast. Where a world knows more, other pods are taken apart.
 */
export function podBehaviour(world: World, { spec }: Pod): 'k8s-pod' | 'k8s-composed-pod' {
  const [first] = spec.containers;
  const runsForEver = (spec.restartPolicy ?? 'Always') === 'Always';
  const isPlain = runsForEver && spec.containers.length === 1 && spec.initContainers === undefined && first?.livenessProbe === undefined;
  return !isPlain && 'k8s-composed-pod' in world.domain.behaviours ? 'k8s-composed-pod' : 'k8s-pod';
}
