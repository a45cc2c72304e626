import type { Condition, Container, ContainerStatus, Pod } from '../objects.ts';
import { conditionOf, withCondition } from '../objects.ts';

/** An init container that goes on running beside the others. */
export const isSidecar = ({ restartPolicy }: Container): boolean => restartPolicy === 'Always';

type Statuses = readonly ContainerStatus[];
/** What a condition says, without its type. */
type Finding = Omit<Condition, 'type'>;

const isTrue: Finding = { status: 'True' };

/** The names of containers that have no status, and of those whose status does not do. */
function lacking(containers: readonly Container[], statuses: Statuses, does: (container: Container, status: ContainerStatus) => boolean) {
  const unknown: string[] = [];
  const amiss: string[] = [];
  for (const container of containers) {
    const status = statuses.find(({ name }) => name === container.name);
    if (status === undefined) unknown.push(container.name);
    else if (!does(container, status)) amiss.push(container.name);
  }
  return { unknown, amiss };
}

const withNames = (text: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${text}: [${names.join(' ')}]`];

/** ContainersReady of a pod, in the kubelet's words; sidecars count, other init containers do not. */
export function generateContainersReadyCondition({ spec }: Pod, statuses: Statuses | undefined, phase: string): Condition {
  const type = 'ContainersReady';
  if (statuses === undefined) return { type, status: 'False', reason: 'UnknownContainerStatuses' };
  const counted = [...(spec.initContainers ?? []).filter(isSidecar), ...spec.containers];
  const { unknown, amiss } = lacking(counted, statuses, (_, { ready }) => ready === true);
  if (phase === 'Succeeded' && unknown.length === 0) return { type, status: 'False', reason: 'PodCompleted' };
  if (phase === 'Failed' && unknown.length === 0) return { type, status: 'False', reason: 'PodFailed' };
  const parts = [...withNames('containers with unknown status', unknown), ...withNames('containers with unready status', amiss)];
  return parts.length === 0 ? { type, ...isTrue } : { type, status: 'False', reason: 'ContainersNotReady', message: parts.join(', ') };
}

/** What a readiness gate of the pod lacks; undefined when its condition is True. */
function gateFlaw(gate: string, conditions: readonly Condition[] | undefined): string | undefined {
  const condition = conditionOf(conditions, gate);
  if (condition === undefined) return `corresponding condition of pod readiness gate "${gate}" does not exist.`;
  return condition.status === 'True' ? undefined : `the status of pod readiness gate "${gate}" is not "True", but ${condition.status}`;
}

/** Ready of a pod: its containers are, and the condition of each readiness gate is True. */
export function generatePodReadyCondition({ spec, status }: Pod, containersReady: Condition): Condition {
  if (containersReady.status !== 'True') return { ...containersReady, type: 'Ready' };
  const flaws = (spec.readinessGates ?? []).flatMap(({ conditionType }) => gateFlaw(conditionType, status?.conditions) ?? []);
  if (flaws.length === 0) return { type: 'Ready', ...isTrue };
  return { type: 'Ready', status: 'False', reason: 'ReadinessGatesNotReady', message: flaws.join(', ') };
}

/** Initialized of a pod: its init containers are done and its sidecars started, or a container proves that they once were. */
export function generatePodInitializedCondition({ spec }: Pod, statuses: Statuses | undefined, phase: string): Condition {
  const type = 'Initialized';
  const { initContainers = [], containers } = spec;
  if (statuses === undefined && initContainers.length > 0) return { type, status: 'False', reason: 'UnknownContainerStatuses' };
  const { unknown, amiss } = lacking(initContainers, statuses ?? [], (container, { started, ready }) =>
    isSidecar(container) ? started === true : ready === true,
  );
  if (phase === 'Succeeded' && unknown.length === 0) return { type, ...isTrue, reason: 'PodCompleted' };
  const hasBegun = ({ name, state }: ContainerStatus): boolean =>
    (state?.running ?? state?.terminated) !== undefined && containers.some((one) => one.name === name);
  if (statuses?.some(hasBegun) === true) return { type, ...isTrue };
  const parts = [...withNames('containers with unknown status', unknown), ...withNames('containers with incomplete status', amiss)];
  return parts.length === 0
    ? { type, ...isTrue }
    : { type, status: 'False', reason: 'ContainersNotInitialized', message: parts.join(', ') };
}

/** All conditions that the kubelet writes about a pod on its node. */
export function podConditions(pod: Pod, statuses: Statuses, phase: string, hasSandbox: boolean, now: string): readonly Condition[] {
  const containersReady = generateContainersReadyCondition(pod, statuses, phase);
  const conditions: readonly Condition[] = [
    { type: 'PodReadyToStartContainers', status: hasSandbox ? 'True' : 'False' },
    generatePodInitializedCondition(pod, statuses, phase),
    generatePodReadyCondition(pod, containersReady),
    containersReady,
  ];
  return conditions.reduce((list, condition) => withCondition(list, condition, now), pod.status?.conditions ?? []);
}
