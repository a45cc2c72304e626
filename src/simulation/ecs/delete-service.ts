import type { JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { withActiveService } from './active-service.ts';
import { isDaemon } from './daemon.ts';
import { refused } from './errors.ts';

/** ECS DeleteService: a service that shall have tasks is deleted only by force. */
export const deleteService = (world: World, input: JsonObject): Answer =>
  withActiveService(world, input, (service) => {
    const about = service.serviceArn;
    const hasTasks = service.runningCount > 0 || (service.desiredCount > 0 && !isDaemon(service));
    if (hasTasks && input['force'] !== true) {
      return refused(about, 'InvalidParameterException', 'The service cannot be stopped while it is scaled above 0.');
    }
    return {
      reply: { ok: true, body: { service: { ...service, status: 'DRAINING', desiredCount: 0 } } },
      effects: [remind({ type: 'service.deleted' }, 0)],
      about,
      text: `delete service ${service.serviceName}`,
    };
  });
