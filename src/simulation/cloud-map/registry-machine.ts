import { assign, setup } from 'xstate';
import { taskOfInstance } from '../../model/ecs/service-discovery.ts';
import type { Id } from '../../model/json.ts';
import { taskOf } from '../ecs/objects.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { answeredWith } from './lookup.ts';
import { nameOf, namespaceOf, registryOf } from './objects.ts';
import { registrationId, registrationOf, reportedHealth } from './registration.ts';
import type { Answered } from './resolver-machine.ts';
import { QUERY } from './timings.ts';

interface RegistryContext {
  readonly id: Id;
  /** Registrations that have not ended. */
  readonly underWay: number;
}

type RegistryEvent =
  | { readonly type: 'task.changed'; readonly task: Id }
  | { readonly type: 'registration.ended' }
  | { readonly type: 'name.asked'; readonly client: Id };

/** Whether ECS has to register a task: it serves and is to go on, and it has no instance yet. */
function isNew(world: World, registry: Id, taskArn: Id): boolean {
  const task = taskOf(world, taskArn);
  return task?.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING' && !world.actors.has(registrationId(registry, taskArn));
}

/** What ECS does at Cloud Map for a task that changed: registers it, reports its health, or takes it out. */
function follow(world: World, id: Id, taskArn: Id): readonly Effect[] {
  const registry = registryOf(world, id);
  const instance = registrationId(id, taskArn);
  const task = taskOf(world, taskArn);
  if (registry === undefined) return [];
  if (isNew(world, id, taskArn) && task !== undefined)
    return [begin(instance, 'servicediscovery-instance', { body: registrationOf(world, registry, task) })];
  if (!world.actors.has(instance)) return [];
  if (task?.lastStatus !== 'RUNNING' || task.desiredStatus !== 'RUNNING')
    return [send(instance, { type: 'instance.deregister' }, 'ECS deregisters the instance')];
  const status = reportedHealth(world, registry, task);
  return [send(instance, { type: 'health.reported', status }, `ECS reports ${status}`)];
}

/** The DNS answer to a client, on its way back. */
function answer(world: World, id: Id, client: Id): readonly Effect[] {
  const registry = registryOf(world, id);
  if (registry === undefined) return [];
  const instances = answeredWith(world, registry);
  const found = instances.map((one) => ({ address: one.Attributes['AWS_INSTANCE_IPV4'] ?? '', taskArn: taskOfInstance(one) }));
  const ttl = registry.DnsConfig.DnsRecords[0]?.TTL ?? 0;
  const negativeTtl = namespaceOf(world, registry)?.Properties.DnsProperties.SOA.TTL ?? 0;
  const answered: Answered = { type: 'name.answered', ttl: found.length > 0 ? ttl : negativeTtl, found };
  const addresses = found.map(({ address }) => address).join(', ');
  const text = found.length === 0 ? `${nameOf(world, registry)} has no address` : `${addresses} for ${ttl} s`;
  return [send(client, answered, text, QUERY)];
}

/** A Cloud Map service: it registers what ECS tells it of, and answers for its name. */
export const registryMachine = setup({
  types: { context: {} as RegistryContext, events: {} as Arriving<RegistryEvent>, input: {} as Beginning },
  guards: {
    isNew: ({ context, event }) => event.type === 'task.changed' && isNew(worldOf(event), context.id, event.task),
  },
  actions: {
    countBegun: assign(({ context }) => ({ underWay: context.underWay + 1 })),
    countEnded: assign(({ context }) => ({ underWay: context.underWay - 1 })),
    follow: ({ context, event }) => (event.type === 'task.changed' ? follow(worldOf(event), context.id, event.task) : []),
    answer: ({ context, event }) => (event.type === 'name.asked' ? answer(worldOf(event), context.id, event.client) : []),
  },
}).createMachine({
  id: 'servicediscovery-service',
  context: ({ input }) => ({ id: input.id, underWay: 0 }),
  initial: 'active',
  states: {
    active: {
      on: {
        'task.changed': [{ guard: 'isNew', actions: ['countBegun', 'follow'] }, { actions: 'follow' }],
        'registration.ended': { actions: 'countEnded' },
        'name.asked': { actions: 'answer' },
      },
    },
  },
});
