import type { ApiObject } from '../../model/api-object.ts';
import type { Measures } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import { loggingProjectors } from '../../model/project-ecs.ts';
import type { DomainPart } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { logFaults } from './faults.ts';
import { logDriverMachine } from './log-driver-machine.ts';
import { logGroupMachine } from './log-group-machine.ts';
import { logsApi } from './logs-api.ts';
import { logDriverOf } from './objects.ts';
import { LINE_BYTES } from './timings.ts';

/** Log drivers are found under this. */
const LOG_DRIVERS: Id = 'log-drivers';

function ownerOf({ id, kind }: ApiObject): Id | undefined {
  if (kind === 'docker-log-driver') return LOG_DRIVERS;
  return kind === 'logs-log-stream' ? id.slice(0, id.indexOf(':log-stream:')) : undefined;
}

/** Lines that arrive and are lost in a second, and those that wait. A diagram with logs has a handful of drivers. */
function measures(world: World): Measures {
  let [delivered, lost, waiting] = [0, 0, 0];
  for (const { id } of ownedBy(world, LOG_DRIVERS)) {
    const driver = logDriverOf(world, id);
    if (driver === undefined || driver.State === 'closed') continue;
    delivered += driver.Delivered;
    lost += driver.Lost;
    waiting += driver.Buffer.Used / LINE_BYTES;
  }
  return { 'logs.delivered': delivered, 'logs.lost': lost, 'logs.waiting': waiting };
}

/** The laws of awslogs and CloudWatch Logs. */
export const logsPart = {
  projectors: loggingProjectors,
  behaviours: { 'docker-log-driver': { machine: logDriverMachine }, 'logs-log-group': { machine: logGroupMachine } },
  apis: { logs: logsApi },
  faults: logFaults,
  measures,
  ownerOf,
} satisfies DomainPart;
