import type { Id, Millis } from '../../../../model/json.ts';
import type { Beginning } from '../../../engine/behaviour.ts';
import type { World } from '../../../engine/world.ts';
import { chance, hasFault } from '../../../engine/world.ts';
import type { Container, ContainerState, ContainerStatus } from '../../objects.ts';
import { find } from '../../store.ts';
import { spreadOver, timings } from '../../timings.ts';
import type { PodContext } from '../pod-context.ts';
import { exited, inState, started } from '../pod-context.ts';
import type { ProbeType, ProbeWorker } from '../probe-worker.ts';
import { forNewContainer, newWorker } from '../probe-worker.ts';
import { CRASHES, IGNORES_TERM, OUT_OF_MEMORY, startsSlowly, workFails } from './container-faults.ts';
import { isReady, isStarted, probesOf } from './probing.ts';
import type { Role } from './restart-policy.ts';
import { stopTimes } from './stop-times.ts';

/** What a container hears: from its pod, from itself later, and from what breaks it. */
export type ContainerEvent =
  /** `start` names the run that it is about, where it was planned in one. */
  | { readonly type: 'container.exited'; readonly start?: number }
  | { readonly type: 'probe.due'; readonly probe: ProbeType; readonly start: number }
  | { readonly type: 'probe.changed'; readonly probe: ProbeType }
  | { readonly type: 'container.stop'; readonly graceEnds: Millis };

/** What a container is begun with. */
export interface ContainerInput {
  readonly pod: Id;
  readonly spec: Container;
  readonly role: Role;
  readonly restartPolicy: string;
}

/** What the kubelet remembers of one container of a pod; `id` is that of the pod. */
export interface ContainerContext extends PodContext, Omit<ContainerInput, 'pod'> {
  readonly workers: readonly ProbeWorker[];
  readonly startedAt: Millis;
  /** When its process begins to answer. */
  readonly answersAt: Millis;
  /** With which code it exits, once it is being stopped. */
  readonly stopCode: 0 | 137 | undefined;
  /** Its pod wants it to end for good. */
  readonly isUnwanted: boolean;
}

/** A container that nothing has been done about. */
export function newContainer({ id: self, world, pod, ...input }: Beginning<ContainerInput>): ContainerContext {
  const { name, image } = input.spec;
  const container: ContainerStatus = { name, image, imageID: '', restartCount: 0, ready: false, started: false, state: {} };
  const counters = { pulls: 0, starts: 0, last: undefined, exits: 0, until: world.time };
  const workers = probesOf(input.spec).map((type) => newWorker(type));
  const rest = { workers, startedAt: world.time, answersAt: world.time, stopCode: undefined, isUnwanted: false };
  return { id: pod, self, container, ...counters, ...input, ...rest };
}

/** The context with another state of the container. */
export const nowIn = (context: ContainerContext, state: ContainerState): ContainerContext => ({ ...context, ...inState(context, state) });

/** A process takes this long to answer when it starts slowly. */
const SLOW: Millis = 120_000;

/** The context after a start: another run, with its probes from the beginning. */
export function nowStarted(context: ContainerContext, world: World): ContainerContext {
  const isSlow = context.role === 'main' && startsSlowly(world, context.id);
  const warmUp = isSlow ? SLOW : spreadOver(timings.warmUp, chance(world, `${context.self} warm-up ${context.starts}`));
  return withProbes({
    ...context,
    ...started(context, world),
    workers: context.workers.map(forNewContainer),
    startedAt: world.time,
    answersAt: world.time + warmUp,
    stopCode: undefined,
  });
}

/** The context with what the probes say of the container. */
export const withProbes = (context: ContainerContext): ContainerContext => ({
  ...context,
  container: { ...context.container, started: isStarted(context), ready: isReady(context) && context.role !== 'init' },
});

/** With what a container exits: it was stopped, a fault ends it, or it has done its work. */
function endingOf({ id, self, stopCode }: ContainerContext, world: World): { readonly exitCode: number; readonly reason?: string } {
  if (stopCode !== undefined) return { exitCode: stopCode };
  if (hasFault(world, OUT_OF_MEMORY, self)) return { exitCode: 137, reason: 'OOMKilled' };
  return { exitCode: hasFault(world, CRASHES, self) || workFails(world, id) ? 1 : 0 };
}

/** The context after the container has exited. An init container is ready once it has done its work. */
export function nowExited(context: ContainerContext, world: World): ContainerContext {
  const { exitCode, reason } = endingOf(context, world);
  const next = { ...context, ...exited(context, world, exitCode, reason) };
  return { ...next, container: { ...next.container, ready: context.role === 'init' && exitCode === 0 } };
}

/** The context of a container that is being stopped. */
export function nowStopping(context: ContainerContext, world: World, graceEnds: Millis, isUnwanted: boolean): ContainerContext {
  const { lifecycle } = context.spec;
  const { exitsAt, exitCode } = stopTimes({
    at: world.time,
    graceEnds,
    preStop: (lifecycle?.preStop?.sleep.seconds ?? 0) * 1000,
    shutDown: hasFault(world, IGNORES_TERM, context.self) ? undefined : timings.shutDown,
  });
  return { ...context, until: exitsAt, stopCode: exitCode, isUnwanted };
}

/** When the grace period of a pod is over that begins to be stopped now. */
export const graceEndsFrom = (world: World, pod: Id): Millis =>
  world.time + (find(world, 'Pod', pod)?.body.spec.terminationGracePeriodSeconds ?? 30) * 1000;
