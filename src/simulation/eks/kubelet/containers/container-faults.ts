import type { Id } from '../../../../model/json.ts';
import type { FaultRule } from '../../../engine/domain.ts';
import type { Effect } from '../../../engine/effect.ts';
import { remind, send } from '../../../engine/effect.ts';
import type { World } from '../../../engine/world.ts';
import { hasFault, isoTime } from '../../../engine/world.ts';
import { controllerId, nameIn } from '../../identity.ts';
import { withCondition } from '../../objects.ts';
import { isPodActive } from '../../replica-set/status.ts';
import { ask, event as kubeEvent } from '../../requests.ts';
import { controlledBy, deploymentIdOf, find, podsOnNode } from '../../store.ts';
import type { ProbeType } from '../probe-worker.ts';
import type { ComposedPodEvent } from '../composed-pod-context.ts';
import type { ContainerEvent } from './container-context.ts';

/** The fault of a container that exits soon after each start. */
export const CRASHES = 'container-crashes';
/** The fault of a container that takes more memory than its limit, after each start anew. */
export const OUT_OF_MEMORY = 'out-of-memory';
/** The fault of a Job whose work exits with 1 when it is done. */
export const WORK_FAILS = 'work-fails';
/** The fault of a container that does nothing on TERM. */
export const IGNORES_TERM = 'ignores-sigterm';
/** The fault of a Deployment whose ConfigMap is gone. */
const CONFIG_MISSING = 'config-missing';
/** The fault of a Deployment whose process takes minutes until it answers. */
const SLOW_START = 'slow-start';

const probeFaults: Readonly<Record<ProbeType, string | undefined>> = {
  startup: undefined,
  readiness: 'readiness-probe-fails',
  liveness: 'liveness-probe-fails',
};

/** Whether a fault makes a probe of a container fail. */
export function probeIsBroken(world: World, container: Id, probe: ProbeType): boolean {
  const fault = probeFaults[probe];
  return fault !== undefined && hasFault(world, fault, container);
}

const deploymentHas = (world: World, pod: Id, fault: string): boolean => {
  const deployment = deploymentIdOf(world, pod);
  return deployment !== undefined && hasFault(world, fault, deployment);
};

/** Whether the ConfigMap that a pod names is gone. */
export const lacksConfig = (world: World, pod: Id): boolean => deploymentHas(world, pod, CONFIG_MISSING);

/** Whether the work that a pod does for its Job fails. */
export function workFails(world: World, id: Id): boolean {
  const pod = find(world, 'Pod', id);
  const owner = pod && controllerId(id, pod.body.metadata);
  return owner !== undefined && hasFault(world, WORK_FAILS, owner);
}

/** Whether the process of a pod takes too long to start. */
export const startsSlowly = (world: World, pod: Id): boolean => deploymentHas(world, pod, SLOW_START);

const tell = (event: ContainerEvent): readonly Effect[] => [remind(event, 0)];

/** Deletes the pods of a Deployment, so that new ones meet what has changed. */
function replacePods(world: World, deployment: Id): readonly Effect[] {
  const pods = [...controlledBy(world, 'ReplicaSet', deployment)].flatMap(({ id }) => [...controlledBy(world, 'Pod', id)]);
  return pods
    .filter(({ body }) => isPodActive(body))
    .map(({ id }) => ask(world, { type: 'object.delete', id }, `delete pod ${nameIn(id)}`));
}

const short = (container: Id): string => nameIn(container).replace(/^.*#/, '');

const PRESSURE_TAINT = 'node.kubernetes.io/memory-pressure';

function setPressure(world: World, node: Id, isLow: boolean): readonly Effect[] {
  const { spec, status } = find(world, 'Node', node)?.body ?? {};
  const condition = isLow
    ? { status: 'True', reason: 'KubeletHasInsufficientMemory', message: 'kubelet has insufficient memory available' }
    : { status: 'False', reason: 'KubeletHasSufficientMemory', message: 'kubelet has sufficient memory available' };
  const others = (spec?.taints ?? []).filter(({ key }) => key !== PRESSURE_TAINT);
  // The node lifecycle controller taints a node by its conditions; here both are written at once.
  const taints = isLow ? [...others, { key: PRESSURE_TAINT, effect: 'NoSchedule' }] : others;
  const change = {
    spec: { taints },
    status: { conditions: withCondition(status?.conditions, { type: 'MemoryPressure', ...condition }, isoTime(world)) },
  };
  const reason = isLow ? 'NodeHasInsufficientMemory' : 'NodeHasSufficientMemory';
  return [
    ask(world, { type: 'object.patch', id: node, change }, `node ${nameIn(node)}: ${condition.reason}`),
    kubeEvent(node, reason, `Node ${nameIn(node)} status is now: ${reason}`),
  ];
}

/** The kubelet of a node without memory evicts what takes more than it asked for: here, each pod on the node. */
const evictPods = (world: World, node: Id): readonly Effect[] =>
  [...podsOnNode(world, nameIn(node))]
    .filter(({ body }) => isPodActive(body))
    .map(({ id }) => send(id, { type: 'pod.evicted' } satisfies ComposedPodEvent, `evict pod ${nameIn(id)}`));

/** What can break in a pod that is taken apart, and what happens at once. */
export const containerFaults: Readonly<Record<string, FaultRule>> = {
  [CRASHES]: {
    text: (target, on) => (on ? `make ${short(target)} exit with 1 after each start` : `mend ${short(target)}`),
    effects: (_, on) => (on ? tell({ type: 'container.exited' }) : []),
  },
  [OUT_OF_MEMORY]: {
    text: (target, on) => (on ? `let ${short(target)} take more memory than its limit` : `mend the leak of ${short(target)}`),
    effects: (_, on) => (on ? tell({ type: 'container.exited' }) : []),
  },
  'readiness-probe-fails': {
    text: (target, on) => (on ? `make ${short(target)} fail its readiness probe` : `let ${short(target)} pass its readiness probe`),
    effects: () => tell({ type: 'probe.changed', probe: 'readiness' }),
  },
  'liveness-probe-fails': {
    text: (target, on) => (on ? `make ${short(target)} fail its liveness probe` : `let ${short(target)} pass its liveness probe`),
    effects: () => tell({ type: 'probe.changed', probe: 'liveness' }),
  },
  [IGNORES_TERM]: {
    text: (target, on) => (on ? `let ${short(target)} ignore SIGTERM` : `let ${short(target)} heed SIGTERM`),
    effects: () => [],
  },
  [CONFIG_MISSING]: {
    text: (target, on) =>
      on ? `delete the ConfigMap of ${nameIn(target)}, then its pods` : `make the ConfigMap of ${nameIn(target)} again`,
    effects: (target, on, world) => (on ? replacePods(world, target) : []),
  },
  [SLOW_START]: {
    text: (target, on) =>
      on ? `let ${nameIn(target)} take two minutes to start, then delete its pods` : `let ${nameIn(target)} start fast again`,
    effects: (target, on, world) => (on ? replacePods(world, target) : []),
  },
  'memory-pressure': {
    text: (target, on) => (on ? `use up the memory of ${nameIn(target)}` : `free the memory of ${nameIn(target)}`),
    effects: (target, on, world) => [...setPressure(world, target, on), ...(on ? evictPods(world, target) : [])],
  },
};
