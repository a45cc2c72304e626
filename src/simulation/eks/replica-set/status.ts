import type { Pod, ReplicaSet, ReplicaSetStatus } from '../objects.ts';
import { conditionOf } from '../objects.ts';

/** Whether a pod counts: it has not ended, and is not to be deleted. */
export const isPodActive = ({ metadata, status }: Pod): boolean =>
  metadata.deletionTimestamp === undefined && status?.phase !== 'Succeeded' && status?.phase !== 'Failed';

const ready = ({ status }: Pod) => conditionOf(status?.conditions, 'Ready');

/** Whether a pod has been ready for so long that it counts as available. */
export function isPodAvailable(pod: Pod, minReadySeconds: number, now: number): boolean {
  const condition = ready(pod);
  if (condition?.status !== 'True') return false;
  return minReadySeconds === 0 || Date.parse(condition.lastTransitionTime ?? '') + minReadySeconds * 1000 <= now;
}

/** The counters of a ReplicaSet, from its active pods. */
export function calculateStatus({ metadata, spec }: ReplicaSet, active: readonly Pod[], now: number): ReplicaSetStatus {
  const labels = Object.entries(spec.template.metadata?.labels ?? {});
  return {
    replicas: active.length,
    fullyLabeledReplicas: active.filter((pod) => labels.every(([name, value]) => pod.metadata.labels?.[name] === value)).length,
    readyReplicas: active.filter((pod) => ready(pod)?.status === 'True').length,
    availableReplicas: active.filter((pod) => isPodAvailable(pod, spec.minReadySeconds ?? 0, now)).length,
    observedGeneration: metadata.generation ?? 1,
  };
}
