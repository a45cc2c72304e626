import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import type { Member } from './census.ts';
import { isDaemon } from './daemon.ts';
import { fleetOf } from './fleet.ts';
import type { DeploymentBody, ServiceBody } from './objects.ts';
import { taskDefinitionOf } from './objects.ts';
import type { NoPlace } from './placers.ts';
import { daemonPlacer, replicaPlacer } from './placers.ts';
import { needOf } from './placement.ts';
import { startTask } from './start-task.ts';

/** What came of the wish to start tasks. */
export interface Placed {
  readonly started: readonly Id[];
  readonly effects: readonly Effect[];
  /** Why the first of those without a place found none. */
  readonly noPlace: NoPlace | undefined;
}

const internalError: NoPlace = { failure: 'was unable to place a task. Reason: Internal error.', waitsFor: 'capacity' };

/** Starts up to `count` tasks of a deployment, each where its service wants it given those before it. */
export function placeTasks(
  world: World,
  service: ServiceBody,
  deployment: DeploymentBody,
  members: readonly Member[],
  count: number,
  launched: number,
): Placed {
  const definition = taskDefinitionOf(world, deployment.taskDefinition);
  if (definition === undefined) return { started: [], effects: [], noPlace: internalError };
  const fleet = fleetOf(world, service.clusterArn);
  const placerOf = isDaemon(service) ? daemonPlacer : replicaPlacer;
  const placer = placerOf({ world, service, deployment, members, need: needOf(definition), fleet });
  const started: Id[] = [];
  const effects: Effect[] = [];
  let noPlace: NoPlace | undefined;
  for (let asked = 0; asked < count; asked += 1) {
    const n = launched + started.length + 1;
    const place = placer(n);
    if (place === undefined) break;
    if ('failure' in place) {
      noPlace ??= place;
      continue;
    }
    const { task, effects: made } = startTask(world, service, deployment.id, definition, place, n);
    started.push(task.taskArn);
    effects.push(...made);
  }
  return { started, effects: [...effects, ...fleet.changes()], noPlace };
}
