import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import type { Condition, Pod, PodStatus } from '../objects.ts';
import { withCondition } from '../objects.ts';
import { ask } from '../requests.ts';
import { generateAPIPodStatus } from './api-status.ts';
import type { ComposedPodContext } from './composed-pod-context.ts';
import { fromNode, ipOf } from './report.ts';

/** What the kubelet says of a pod that it evicts for memory. */
export const lowOnMemory = 'The node was low on resource: memory. ';

const target: Condition = { type: 'DisruptionTarget', status: 'True', reason: 'TerminationByKubelet', message: lowOnMemory };

function statusOf(world: World, context: ComposedPodContext, pod: Pod, sandboxReady: boolean, podIsTerminal: boolean): PodStatus {
  const now = isoTime(world);
  const status = generateAPIPodStatus(pod, context.runtime, { sandboxReady, podIsTerminal, now });
  const placed = {
    startTime: pod.status?.startTime ?? now,
    ...(sandboxReady ? { podIP: pod.status?.podIP ?? ipOf(world, context.id) } : {}),
  };
  if (!context.isEvicted) return { ...status, ...placed };
  return {
    ...status,
    ...placed,
    phase: 'Failed',
    reason: 'Evicted',
    message: lowOnMemory,
    conditions: withCondition(status.conditions, target, now),
  };
}

const wordOf = ({ phase = '', reason }: PodStatus): string => reason ?? phase;

/** Posts the status of a pod, as it follows from its containers. */
export const postComposed = (world: World, context: ComposedPodContext, sandboxReady: boolean, podIsTerminal: boolean): readonly Effect[] =>
  fromNode(world, context.id, (pod) => {
    const status = statusOf(world, context, pod, sandboxReady, podIsTerminal);
    return [ask(world, { type: 'object.patch', id: context.id, change: { status } }, `pod ${pod.metadata.name}: ${wordOf(status)}`)];
  });
