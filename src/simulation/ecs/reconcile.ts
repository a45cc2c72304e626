import type { Id, Millis } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { patch } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { takeCensus } from './census.ts';
import { changeTargets } from './change-targets.ts';
import { comeToRest } from './come-to-rest.ts';
import { countInCluster, withCounts } from './count-tasks.ts';
import { withWantedCount } from './daemon.ts';
import { breakerTrips, primaryOf, withFailuresForgotten } from './deployments.ts';
import { failDeployment } from './fail-deployment.ts';
import { serviceOf } from './objects.ts';
import { postEvents } from './post-events.ts';
import type { SchedulerMemory } from './scheduler-memory.ts';
import { withCensus } from './scheduler-memory.ts';
import { soonest } from './soonest.ts';
import { startAndStop } from './start-and-stop.ts';

/** What a pass of the scheduler comes to. */
export interface Pass {
  readonly memory: SchedulerMemory;
  readonly effects: readonly Effect[];
  /** When to look again though nothing reports a change. */
  readonly lookAgainAt: Millis | undefined;
}

/** Whether two values print alike: a pass that changes nothing writes nothing. */
const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One pass of the service scheduler: looks at all tasks, starts and stops what the rules allow, and says so. */
export function reconcile(world: World, id: Id, before: SchedulerMemory): Pass {
  const found = serviceOf(world, id);
  if (found === undefined || primaryOf(found) === undefined) return { memory: before, effects: [], lookAgainAt: undefined };
  const counted = withWantedCount(world, found);
  const census = takeCensus(world, counted);
  const targets = changeTargets(world, counted, census);
  const service = census.current.healthy > before.healthy ? withFailuresForgotten(counted) : counted;
  const act = breakerTrips(service) ? failDeployment : startAndStop;
  const move = act(world, service, withCensus(before, census), census);
  const rest = comeToRest(world, move.service, before.steady, census);
  const said = [...targets.said, ...move.said, ...rest.said];
  const events = postEvents(world, withCounts(rest.service, census.counts, move), said, before.posted);
  const written = sameValue(found, events.service) ? [] : [patch(id, events.service), ...countInCluster(world, events.service)];
  return {
    memory: { ...move.memory, steady: rest.steady, posted: before.posted + said.length },
    effects: [...targets.effects, ...move.effects, ...events.effects, ...written],
    lookAgainAt: soonest(move.lookAgainAt, census.lookAgainAt),
  };
}
