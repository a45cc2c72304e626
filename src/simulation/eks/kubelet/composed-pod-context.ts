import type { Id, Millis } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { begin, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import type { Container, ContainerStatus, Pod } from '../objects.ts';
import { find } from '../store.ts';
import { isSidecar } from './conditions.ts';
import type { ContainerEvent, ContainerInput } from './containers/container-context.ts';
import type { Role } from './containers/restart-policy.ts';
import { initRole } from './containers/restart-policy.ts';
import { EXTENSION } from './containers/stop-times.ts';

/** What can happen to a pod whose containers live by themselves. */
export type ComposedPodEvent =
  | { readonly type: 'pod.seen' | 'pod.marked' | 'pod.evicted' }
  /** `over` says that it will not be started again. */
  | { readonly type: 'container.changed'; readonly status: ContainerStatus; readonly over: boolean };

/** What the kubelet remembers of a pod beside its containers. */
export interface ComposedPodContext {
  readonly id: Id;
  readonly until: Millis;
  /** The containers that were begun, as they were last heard of. */
  readonly runtime: readonly ContainerStatus[];
  readonly begun: readonly string[];
  readonly over: readonly string[];
  /** Those that were told to end, and until when they may take. */
  readonly told: readonly string[];
  readonly graceEnds: Millis;
  readonly isEvicted: boolean;
}

/** A container with its role, in the order in which containers are started. */
interface Member {
  readonly spec: Container;
  readonly role: Role;
}

const membersOf = ({ spec }: Pod): readonly Member[] => [
  ...(spec.initContainers ?? []).map((one) => ({ spec: one, role: initRole(one) })),
  ...spec.containers.map((one) => ({ spec: one, role: 'main' as const })),
];

const podOf = (world: World, { id }: ComposedPodContext): Pod | undefined => find(world, 'Pod', id)?.body;

const isDone = ({ runtime }: ComposedPodContext, { spec, role }: Member): boolean => {
  const status = runtime.find(({ name }) => name === spec.name);
  return role === 'sidecar' ? status?.started === true : status?.state?.terminated?.exitCode === 0;
};

/** The containers whose turn has come: the next init container when those before it are done, then all others at once. */
export function nextMembers(world: World, context: ComposedPodContext): readonly Member[] {
  const pod = podOf(world, context);
  if (pod === undefined) return [];
  const members = membersOf(pod);
  const pending = members.find((one) => one.role !== 'main' && !isDone(context, one) && !hasPassed(context, members, one));
  const turn = pending === undefined ? members.filter(({ role }) => role === 'main') : [pending];
  return turn.filter(({ spec }) => !context.begun.includes(spec.name));
}

/** A sidecar that restarts does not hold back what was begun after it. */
const hasPassed = ({ begun }: ComposedPodContext, members: readonly Member[], one: Member): boolean =>
  members.slice(members.indexOf(one) + 1).some(({ spec }) => begun.includes(spec.name));

/** The id of a container of a pod, which is also its actor. */
export const containerId = (pod: Id, name: string): Id => `${pod}#${name}`;

/** Begins containers. */
export const beginMembers = (world: World, context: ComposedPodContext, members: readonly Member[]): readonly Effect[] =>
  members.map(({ spec, role }) => {
    const restartPolicy = podOf(world, context)?.spec.restartPolicy ?? 'Always';
    const input: ContainerInput = { pod: context.id, spec, role, restartPolicy };
    return begin(containerId(context.id, spec.name), 'k8s-container', input);
  });

/** Whether every container that the pod is for has ended for good, or an init container has. */
export function isFinished(world: World, context: ComposedPodContext): boolean {
  const pod = podOf(world, context);
  if (pod === undefined) return false;
  const failed = (pod.spec.initContainers ?? []).some(
    (one) => !isSidecar(one) && context.over.includes(one.name) && !isDone(context, { spec: one, role: 'init' }),
  );
  return failed || pod.spec.containers.every(({ name }) => context.over.includes(name));
}

/** Whether no container is left. */
export const allEnded = ({ begun, over }: ComposedPodContext): boolean => begun.every((name) => over.includes(name));

/** The containers whose turn it is to end: all but sidecars at once, then the sidecars one by one, the last first. */
export function nextToEnd(world: World, context: ComposedPodContext): readonly string[] {
  const pod = podOf(world, context);
  const left =
    pod === undefined ? [] : membersOf(pod).filter(({ spec }) => context.begun.includes(spec.name) && !context.over.includes(spec.name));
  const others = left.filter(({ role }) => role !== 'sidecar');
  const turn = others.length > 0 ? others : left.slice(-1);
  return turn.map(({ spec }) => spec.name).filter((name) => !context.told.includes(name));
}

/** Tells containers to end before the grace period is over; a sidecar has at least a moment, unless the pod is evicted. */
export const endMembers = (world: World, { id, graceEnds, isEvicted }: ComposedPodContext, names: readonly string[]): readonly Effect[] =>
  names.map((name) => {
    const least = isEvicted ? world.time : world.time + EXTENSION;
    const event: ContainerEvent = { type: 'container.stop', graceEnds: Math.max(graceEnds, least) };
    return send(containerId(id, name), event, `stop ${name}`);
  });
