import type { Container, ContainerStatus, Pod, PodStatus } from '../objects.ts';
import { podConditions } from './conditions.ts';
import { getPhase } from './phase.ts';

/** What is said of a container that ran and that the runtime knows nothing of any more. */
const lost = {
  reason: 'ContainerStatusUnknown',
  message: 'The container could not be located when the pod was terminated',
  exitCode: 137,
} as const;

function statusOf({ name, image }: Container, old: ContainerStatus | undefined, waiting: string): ContainerStatus {
  if (old?.state?.terminated !== undefined) return old;
  const { lastState, restartCount = 0, ready = false, started = false } = old ?? {};
  const fresh = { imageID: '', restartCount, ready, started, name, image, state: { waiting: { reason: waiting } } };
  const last = lastState ?? (old?.state?.running === undefined ? undefined : { terminated: lost });
  return last === undefined ? fresh : { ...fresh, lastState: last };
}

/**
 * The statuses of containers as the kubelet reports them: as the runtime has them; of those that it does not have, what was
 * known before, or that they wait.
 */
export function convertToAPIContainerStatuses(
  containers: readonly Container[],
  old: readonly ContainerStatus[] | undefined,
  runtime: readonly ContainerStatus[],
  waiting: string,
): readonly ContainerStatus[] {
  const named = (list: readonly ContainerStatus[] = [], wanted: string): ContainerStatus | undefined =>
    list.find(({ name }) => name === wanted);
  return containers.map((one) => named(runtime, one.name) ?? statusOf(one, named(old, one.name), waiting));
}

/** What the kubelet knows of a pod beside its containers. */
export interface Known {
  /** What it recorded last; undefined where that is what the API has. */
  readonly cached?: PodStatus;
  readonly sandboxReady: boolean;
  /** All containers have ended for good. */
  readonly podIsTerminal: boolean;
  readonly now: string;
}

const isFinal = (phase: string | undefined): phase is string => phase === 'Failed' || phase === 'Succeeded';

/** The whole status of a pod: phase, reason, conditions and containers. A final phase is never left again. */
export function generateAPIPodStatus(pod: Pod, runtime: readonly ContainerStatus[], known: Known): PodStatus {
  const { spec, status: inApi } = pod;
  const { cached = inApi ?? {}, sandboxReady, podIsTerminal, now } = known;
  const { initContainers = [], containers } = spec;
  const waiting = initContainers.length > 0 ? 'PodInitializing' : 'ContainerCreating';
  const initContainerStatuses = convertToAPIContainerStatuses(initContainers, cached.initContainerStatuses, runtime, waiting);
  const containerStatuses = convertToAPIContainerStatuses(containers, cached.containerStatuses, runtime, waiting);
  const found = getPhase({ ...pod, status: { initContainerStatuses, containerStatuses } }, podIsTerminal);
  const phase = isFinal(found) ? found : ([cached.phase, inApi?.phase].find(isFinal) ?? found);
  const keeps = phase === cached.phase;
  const reason = keeps ? (cached.reason ?? inApi?.reason) : undefined;
  const message = keeps ? (cached.message ?? inApi?.message) : undefined;
  return {
    phase,
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
    conditions: podConditions(pod, [...initContainerStatuses, ...containerStatuses], phase, sandboxReady, now),
    ...(initContainers.length === 0 ? {} : { initContainerStatuses }),
    containerStatuses,
  };
}
