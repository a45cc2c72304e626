import type { Millis } from '../../../../model/json.ts';
import type { Effect } from '../../../engine/effect.ts';
import { remind } from '../../../engine/effect.ts';
import type { World } from '../../../engine/world.ts';
import type { Container } from '../../objects.ts';
import type { Probe, ProbeType, ProbeWorker } from '../probe-worker.ts';
import { doProbe, probeDefaults } from '../probe-worker.ts';
import { probeIsBroken } from './container-faults.ts';
import type { ContainerContext, ContainerEvent } from './container-context.ts';

const fields = { startup: 'startupProbe', readiness: 'readinessProbe', liveness: 'livenessProbe' } as const;

/** The probes that a container has. */
export const probesOf = (spec: Container): readonly ProbeType[] =>
  (['startup', 'readiness', 'liveness'] as const).filter((type) => spec[fields[type]] !== undefined);

/** How a container is probed, the defaults filled in. */
export const settingsOf = (spec: Container, type: ProbeType): Probe => ({ ...probeDefaults, ...spec[fields[type]] });

/** The worker of a probe, if the container has that probe. */
export const workerOf = ({ workers }: ContainerContext, type: ProbeType): ProbeWorker | undefined =>
  workers.find((one) => one.type === type);

/** Whether the container counts as started: its startup probe has passed, or it has none. */
export const isStarted = (context: ContainerContext): boolean => (workerOf(context, 'startup')?.result ?? 'Success') === 'Success';

/** Whether it counts as ready: started, and its readiness probe passes or it has none. */
export const isReady = (context: ContainerContext): boolean =>
  isStarted(context) && (workerOf(context, 'readiness')?.result ?? 'Success') === 'Success';

/** The probe for which the container is to be killed. */
export const fatalProbe = ({ workers }: ContainerContext): ProbeType | undefined =>
  workers.find(({ type, result }) => type !== 'readiness' && result === 'Failure')?.type;

const answers = (context: ContainerContext, world: World): boolean => world.time >= context.answersAt;

const outcomeOf = (world: World, context: ContainerContext, type: ProbeType): 'Success' | 'Failure' =>
  answers(context, world) && !probeIsBroken(world, context.self, type) ? 'Success' : 'Failure';

/** The context after one run of a probe. */
export function afterRun(context: ContainerContext, type: ProbeType, world: World): ContainerContext {
  const worker = workerOf(context, type);
  if (worker === undefined) return context;
  const container = { state: 'running', started: isStarted(context), runningForSeconds: (world.time - context.startedAt) / 1000 } as const;
  const situation = { phase: 'Running', restartPolicy: context.restartPolicy, deleting: false, container };
  const next = doProbe(worker, settingsOf(context.spec, type), situation, () => outcomeOf(world, context, type)).worker;
  return { ...context, workers: context.workers.map((one) => (one === worker ? next : one)) };
}

const due = (probe: ProbeType, start: number): ContainerEvent => ({ type: 'probe.due', probe, start });
const remindOf = (context: ContainerContext, probe: ProbeType, after: Millis): Effect => remind(due(probe, context.starts), after, probe);

/** Has the probes of a container run that has just started. */
export const firstRuns = (context: ContainerContext): readonly Effect[] =>
  context.workers.map(({ type }) => remindOf(context, type, settingsOf(context.spec, type).initialDelaySeconds * 1000));

/** Has the other probes run when the startup probe has passed. */
export const firstRunsOnceStarted = (context: ContainerContext): readonly Effect[] =>
  context.workers.flatMap(({ type }) => (type === 'startup' ? [] : [remindOf(context, type, 0)]));

/** When a probe runs next, by its period since the start of the container. */
function untilNext({ spec, startedAt }: ContainerContext, type: ProbeType, now: Millis): Millis {
  const { initialDelaySeconds, periodSeconds } = settingsOf(spec, type);
  const [first, period] = [startedAt + initialDelaySeconds * 1000, periodSeconds * 1000];
  return now < first ? first - now : period - ((now - first) % period);
}

/** Has a probe run at its next turn: something that it looks at has changed. */
export const probeSoon = (context: ContainerContext, type: ProbeType, world: World): readonly Effect[] =>
  workerOf(context, type) === undefined ? [] : [remindOf(context, type, untilNext(context, type, world.time))];

/**
 * Has a probe run again after its period, as long as it may change anything: one that passes, or that is broken and has been
 * found so, is left alone until its fault comes or goes. Kubernetes goes on probing; nothing would come of it.
 */
export function runAgain(context: ContainerContext, type: ProbeType, world: World): readonly Effect[] {
  const worker = workerOf(context, type);
  if (worker === undefined || worker.onHold) return [];
  const isSettled = worker.last === worker.result && (worker.result === 'Success' || answers(context, world));
  return isSettled && (type === 'startup' || isStarted(context)) ? [] : [remindOf(context, type, untilNext(context, type, world.time))];
}

const words: Readonly<Record<ProbeType, string>> = { startup: 'Startup', readiness: 'Readiness', liveness: 'Liveness' };

/** The Event about a run that failed: nobody listens yet, or the answer is 503. */
export function unhealthy(context: ContainerContext, type: ProbeType, ip: string, world: World): readonly [string, string] {
  const { httpGet } = context.spec[fields[type]] ?? {};
  const target = `${ip}:${httpGet?.port ?? 80}`;
  const said = answers(context, world)
    ? 'HTTP probe failed with statuscode: 503'
    : `Get "http://${target}${httpGet?.path ?? '/'}": dial tcp ${target}: connect: connection refused`;
  return ['Unhealthy', `${words[type]} probe failed: ${said}`];
}
