import type { Pod, ReplicaSet, ReplicaSetStatus, Words } from '../objects.ts';
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

/** The counters of a ReplicaSet, from its active pods: one pass without a list of them, for there may be thousands. */
export function calculateStatus({ metadata, spec }: ReplicaSet, active: Iterable<Pod>, now: number): ReplicaSetStatus {
  const { labels } = spec.template.metadata ?? {};
  let replicas = 0;
  let fullyLabeledReplicas = 0;
  let readyReplicas = 0;
  let availableReplicas = 0;
  for (const pod of active) {
    replicas += 1;
    if (hasLabels(pod, labels)) fullyLabeledReplicas += 1;
    if (ready(pod)?.status !== 'True') continue;
    readyReplicas += 1;
    if (isPodAvailable(pod, spec.minReadySeconds ?? 0, now)) availableReplicas += 1;
  }
  return { replicas, fullyLabeledReplicas, readyReplicas, availableReplicas, observedGeneration: metadata.generation ?? 1 };
}

/** Whether a pod bears all labels of its template; most bear the very same list. */
const hasLabels = ({ metadata }: Pod, labels: Words | undefined): boolean =>
  metadata.labels === labels || Object.entries(labels ?? {}).every(([name, value]) => metadata.labels?.[name] === value);
