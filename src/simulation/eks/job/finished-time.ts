import type { ContainerStatus, Pod } from '../objects.ts';
import { conditionOf } from '../objects.ts';

/**
 * When a pod finished: when its last container ended, else when it stopped being ready, else when its deletion was
 * asked for, else when it was created.
 */
export function getFinishedTime(pod: Pod): number {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, creationTimestamp } = pod.metadata;
  const ready = conditionOf(pod.status?.conditions, 'Ready');
  const unreadySince = ready?.status === 'False' ? ready.lastTransitionTime : undefined;
  return (
    fromContainers(pod) ??
    timeOf(unreadySince) ??
    (deletionTimestamp === undefined ? undefined : Date.parse(deletionTimestamp) - deletionGracePeriodSeconds * 1000) ??
    timeOf(creationTimestamp) ??
    0
  );
}

/** Sidecars count too: they end after the other containers. */
function fromContainers({ spec, status }: Pod): number | undefined {
  const sidecars = new Set((spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always').map(({ name }) => name));
  const ended = latestEnd(undefined, status?.containerStatuses ?? []);
  return latestEnd(
    ended,
    (status?.initContainerStatuses ?? []).filter(({ name }) => sidecars.has(name)),
  );
}

function latestEnd(before: number | undefined, statuses: readonly ContainerStatus[]): number | undefined {
  const ends = statuses.map(({ state }) => timeOf(state?.terminated?.finishedAt));
  if (ends.includes(undefined)) return undefined;
  const known = [before, ...ends].filter((end) => end !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

const timeOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));
