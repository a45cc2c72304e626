import type { World } from '../engine/world.ts';
import { isoTime } from '../engine/world.ts';
import type { Move } from './deed.ts';
import { noMove } from './deed.ts';
import { primaryOf, withRollback } from './deployments.ts';
import type { ServiceBody } from './objects.ts';
import type { SchedulerMemory } from './scheduler-memory.ts';
import { cleanRecord } from './scheduler-memory.ts';
import { serviceEvents } from './service-events.ts';

/** What the circuit breaker does when it opens: the newest deployment has failed, and the last completed one may come back. */
export function failDeployment(world: World, service: ServiceBody, memory: SchedulerMemory): Move {
  const failed = primaryOf(service);
  const { deployments, back } = withRollback(service, isoTime(world));
  const returned = back === undefined ? {} : { taskDefinition: back.taskDefinition };
  return {
    ...noMove({ ...service, deployments, ...returned }, { ...memory, ...cleanRecord }),
    said: [
      ...(failed === undefined ? [] : [serviceEvents.failed(failed.id)]),
      ...(back === undefined ? [] : [serviceEvents.rollingBack(back.id)]),
    ],
    lookAgainAt: world.time,
  };
}
