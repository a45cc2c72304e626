import type { ApiObject } from '../../model/api-object.ts';
import { text } from '../../model/ecs/read.ts';
import type { Measures } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import { discoveryProjectors } from '../../model/project-ecs.ts';
import { callersOf } from '../ecs/task-registries.ts';
import { REQUESTS_PER_SECOND } from '../network/timings.ts';
import type { DomainPart } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { cloudMapApi } from './api.ts';
import { cloudMapFaults } from './faults.ts';
import { registrationMachine } from './instance-machine.ts';
import { answerOf } from './objects.ts';
import { registryMachine } from './registry-machine.ts';
import { resolverMachine } from './resolver-machine.ts';
import { registrationWaits, registryWaits, resolverWaits } from './waits.ts';

/** Cloud Map services are found under this. */
const REGISTRIES: Id = 'registries';

function ownerOf({ kind, body }: ApiObject): Id | undefined {
  const registry = text(body, 'registryArn') ?? '';
  if (kind === 'servicediscovery-service') return REGISTRIES;
  if (kind === 'servicediscovery-instance') return text(body, 'ServiceArn');
  return kind === 'dns-answer' ? callersOf(registry) : undefined;
}

/** Requests of clients that found a service by its name: each goes to one of the addresses that the client holds. */
function requests(world: World): Measures {
  let [served, failed] = [0, 0];
  for (const { id: registry } of ownedBy(world, REGISTRIES)) {
    for (const { id } of ownedBy(world, callersOf(registry))) {
      const records = answerOf(world, id)?.records ?? [];
      const good = records.filter(({ outcome }) => outcome === '200').length;
      const share = records.length === 0 ? 0 : Math.round((REQUESTS_PER_SECOND * good) / records.length);
      served += share;
      failed += REQUESTS_PER_SECOND - share;
    }
  }
  return { 'requests.served': served, 'requests.failed': failed };
}

/** Cloud Map as a part of a domain: namespaces and services, the instances that ECS registers, and clients that look them up. */
export const cloudMap = {
  projectors: discoveryProjectors,
  behaviours: {
    'servicediscovery-service': { machine: registryMachine, waits: registryWaits },
    'servicediscovery-instance': { machine: registrationMachine, waits: registrationWaits },
    'dns-answer': { machine: resolverMachine, waits: resolverWaits },
  },
  apis: { servicediscovery: cloudMapApi },
  faults: cloudMapFaults,
  measures: requests,
  ownerOf,
} satisfies DomainPart;
