import type { Id, Millis } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { chance, isoTime } from '../../engine/world.ts';
import type { Container, ContainerState, ContainerStatus } from '../objects.ts';
import { find } from '../store.ts';
import { spreadOver, timings } from '../timings.ts';
import { backOff, CLEAN_RUN } from './back-off.ts';

/** What the kubelet remembers of a pod with one container. */
export interface PodContext {
  readonly id: Id;
  /** Whose luck decides how long things take: the pod itself, or one of its containers. */
  readonly self: Id;
  /** The container as it was last reported. */
  readonly container: ContainerStatus;
  /** Pulls that failed in a row. */
  readonly pulls: number;
  /** How often the container was started. */
  readonly starts: number;
  /** How it ended the last time. */
  readonly last: ContainerState | undefined;
  /** Exits in a row without a long clean run between. */
  readonly exits: number;
  /** When the present state ends if nothing else happens, in simulated time. */
  readonly until: Millis;
}

/** The one container that the model runs of a pod. */
export const containerOf = (world: World, id: Id): Container | undefined => find(world, 'Pod', id)?.body.spec.containers[0];

/** A pod that nothing has been done about. */
export function newPod(world: World, id: Id): PodContext {
  const { name = 'main', image = '' } = containerOf(world, id) ?? {};
  const container = { name, image, imageID: '', restartCount: 0, ready: false, started: false, state: {} };
  return { id, self: id, container, pulls: 0, starts: 0, last: undefined, exits: 0, until: world.time };
}

/** A step of a pod's life that takes its time. */
export type Span =
  | 'sandbox'
  | 'pull'
  | 'resync'
  | 'nextSync'
  | 'pullBackOff'
  | 'start'
  | 'warmUp'
  | 'probe'
  | 'thirdProbe'
  | 'relist'
  | 'restart'
  | 'shutDown';

const PROBE_PERIOD = 10_000;
/** failureThreshold: so many failed probes in a row make a container not ready. */
const FAILED_PROBES = 3;

/** How long a step takes for a pod. */
export function spanOf(span: Span, { self, container, pulls, starts, exits }: PodContext, world: World): Millis {
  const luck = (): number => chance(world, `${self} ${span} ${pulls} ${starts}`);
  switch (span) {
    case 'sandbox':
      return spreadOver(timings.sandbox, luck());
    case 'pull':
      return starts === 0 ? spreadOver(timings.pull, luck()) : timings.pullAgain;
    case 'resync':
      return timings.podResync;
    case 'nextSync':
      return timings.nextSync;
    case 'pullBackOff':
      return backOff(pulls) - timings.podResync; // counts from the failed pull
    case 'start':
      return timings.start;
    case 'warmUp':
      return spreadOver(timings.warmUp, luck());
    case 'probe':
      return PROBE_PERIOD;
    case 'thirdProbe':
      return PROBE_PERIOD * (FAILED_PROBES - 1) + Math.round(PROBE_PERIOD * luck());
    case 'restart':
      return exits <= 1 ? 0 : backOff(exits - 1); // the first restart has no pause
    case 'relist':
      return timings.relist;
    case 'shutDown':
      return container.state?.running === undefined ? 0 : timings.shutDown;
  }
}

/** The context with the container in another state, and how it ended the last time beside it. */
export function inState(context: PodContext, state: ContainerState, more: Partial<ContainerStatus> = {}): PodContext {
  const { last, starts } = context;
  const container = { ...context.container, restartCount: Math.max(0, starts - 1), ready: false, started: false, ...more, state };
  return { ...context, container: last === undefined || state.terminated !== undefined ? container : { ...container, lastState: last } };
}

/** The context after an exit of the container. */
export function exited(context: PodContext, world: World, exitCode: number, reason = exitCode === 0 ? 'Completed' : 'Error'): PodContext {
  const startedAt = context.container.state?.running?.startedAt;
  const finishedAt = isoTime(world);
  const ranLong = startedAt !== undefined && Date.parse(finishedAt) - Date.parse(startedAt) >= CLEAN_RUN;
  const ending = { exitCode, reason, finishedAt };
  const terminated = startedAt === undefined ? ending : { ...ending, startedAt };
  return { ...inState(context, { terminated }), last: { terminated }, exits: ranLong ? 1 : context.exits + 1 };
}

/** Whether the container has a readiness probe; without one it is ready as soon as it runs. */
export const isProbed = (world: World, id: Id): boolean => containerOf(world, id)?.readinessProbe !== undefined;

/** The context after the container has started, for the first time or again. */
export const started = (context: PodContext, world: World, ready = false): PodContext =>
  inState({ ...context, starts: context.starts + 1, pulls: 0 }, { running: { startedAt: isoTime(world) } }, { started: true, ready });
