import type { Condition, ContainerStatus, Pod } from '../objects.ts';
import { withCondition } from '../objects.ts';

/** ContainersReady of a pod, in the kubelet's words. */
export function generateContainersReadyCondition(
  { spec }: Pod,
  statuses: readonly ContainerStatus[] | undefined,
  phase: string,
): Condition {
  const type = 'ContainersReady';
  if (statuses === undefined) return { type, status: 'False', reason: 'UnknownContainerStatuses' };
  const names = (list: readonly { readonly name: string }[]): string => `[${list.map(({ name }) => name).join(' ')}]`;
  const unknown = spec.containers.filter(({ name }) => !statuses.some((one) => one.name === name));
  const unready = statuses.filter(({ ready }) => ready !== true);
  if (phase === 'Succeeded' && unknown.length === 0) return { type, status: 'False', reason: 'PodCompleted' };
  if (phase === 'Failed' && unknown.length === 0) return { type, status: 'False', reason: 'PodFailed' };
  const parts = [
    ...(unknown.length === 0 ? [] : [`containers with unknown status: ${names(unknown)}`]),
    ...(unready.length === 0 ? [] : [`containers with unready status: ${names(unready)}`]),
  ];
  return parts.length === 0 ? { type, status: 'True' } : { type, status: 'False', reason: 'ContainersNotReady', message: parts.join(', ') };
}

/** All conditions that the kubelet writes about a pod on its node. A pod without gates is ready when its containers are. */
export function podConditions(
  pod: Pod,
  statuses: readonly ContainerStatus[],
  phase: string,
  hasSandbox: boolean,
  now: string,
): readonly Condition[] {
  const containersReady = generateContainersReadyCondition(pod, statuses, phase);
  const conditions: readonly Condition[] = [
    { type: 'PodReadyToStartContainers', status: hasSandbox ? 'True' : 'False' },
    { type: 'Initialized', status: 'True' },
    { ...containersReady, type: 'Ready' },
    containersReady,
  ];
  return conditions.reduce((list, condition) => withCondition(list, condition, now), pod.status?.conditions ?? []);
}
