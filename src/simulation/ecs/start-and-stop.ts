import type { World } from '../engine/world.ts';
import type { Census } from './census.ts';
import type { Deed, Move } from './deed.ts';
import { noMove } from './deed.ts';
import { primaryOf } from './deployments.ts';
import type { DeploymentBody, ServiceBody } from './objects.ts';
import { placeTasks } from './place-tasks.ts';
import type { NoPlace } from './placers.ts';
import type { RollingState } from './rolling-plan.ts';
import { isBlocked, tasksToStart } from './rolling-plan.ts';
import type { SchedulerMemory } from './scheduler-memory.ts';
import { percentsOf } from './service-defaults.ts';
import { serviceEvents } from './service-events.ts';
import { soonest } from './soonest.ts';
import { stopTasks } from './stop-tasks.ts';
import { IMPAIRED_AFTER, TASKS_PER_PASS } from './timings.ts';

/** Brings the tasks of a service nearer to what its newest deployment wants: starts first, then stops. */
export function startAndStop(world: World, service: ServiceBody, memory: SchedulerMemory, census: Census): Move {
  const primary = primaryOf(service);
  if (primary === undefined || primary.rolloutState === 'FAILED') return noMove(service, memory);
  const { retryAt } = memory;
  const throttled = retryAt !== undefined && retryAt > world.time;
  const { desiredCount } = service;
  const { current, outdated, occupying } = census;
  const state: RollingState = { ...percentsOf(service), desiredCount, current, outdated, occupying, canStart: !throttled };
  const start = startTasks(world, service, primary, census, state, memory);
  const stop = stopTasks(world, service, census.members, { ...state, canStart: !throttled && start.noPlace === undefined });
  const blocked = primary.rolloutState === 'IN_PROGRESS' && isBlocked(state);
  const impaired = memory.startFailures >= IMPAIRED_AFTER;
  return {
    service: { ...service, deployments: stop.deployments },
    memory: {
      ...memory,
      launched: memory.launched + start.started,
      noPlace: throttled ? memory.noPlace : start.noPlace,
      blocked,
      saidImpaired: memory.saidImpaired || impaired,
    },
    effects: [...start.effects, ...stop.effects],
    said: [
      ...start.said,
      ...stop.said,
      ...(impaired && !memory.saidImpaired ? [serviceEvents.impaired] : []),
      ...(blocked && !memory.blocked ? [serviceEvents.blocked] : []),
    ],
    started: start.started,
    stopped: stop.stopped,
    lookAgainAt: soonest(throttled ? retryAt : undefined, start.more || stop.more ? world.time : undefined),
  };
}

/** What came of the wish to start tasks. */
interface Started extends Deed {
  readonly started: number;
  /** Why some found no place. */
  readonly noPlace: NoPlace | undefined;
  /** Whether some must wait for another pass. */
  readonly more: boolean;
}

function startTasks(
  world: World,
  service: ServiceBody,
  primary: DeploymentBody,
  { members, current }: Census,
  state: RollingState,
  { launched, noPlace: before }: SchedulerMemory,
): Started {
  const wanted = tasksToStart(state);
  if (wanted === 0) return { started: 0, effects: [], said: [], noPlace: undefined, more: false };
  const count = Math.min(wanted, TASKS_PER_PASS);
  const { started, effects, noPlace } = placeTasks(world, service, primary, members, count, launched);
  const isNews = noPlace !== undefined && noPlace.failure !== before?.failure;
  return {
    started: started.length,
    effects,
    said: [...serviceEvents.started(started, Math.min(current.unhealthy, started.length)), ...(isNews ? [noPlace.failure] : [])],
    noPlace,
    more: count < wanted,
  };
}
