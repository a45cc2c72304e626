import type { Id } from '../../model/json.ts';
import type { FaultRule } from '../engine/domain.ts';
import type { Effect } from '../engine/effect.ts';
import { remind, send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { lastPart } from './arns.ts';
import { instanceOf, serviceOf } from './objects.ts';

const tellServices = (world: World, text: string): readonly Effect[] =>
  [...world.objects.keys()].filter((id) => serviceOf(world, id) !== undefined).map((id) => send(id, { type: 'capacity.changed' }, text));

const ec2Name = (world: World, id: Id): string => instanceOf(world, id)?.ec2InstanceId ?? lastPart(id);

/** What may break in the capacity of a cluster, as a part of the ECS world for the diagrams that offer it. */
export const capacityFaults = {
  /** Fargate Spot has no capacity to give. */
  'no-spot-capacity': {
    text: (_provider, on) => (on ? 'let Fargate Spot run out of capacity' : 'let Fargate Spot have capacity again'),
    effects: (_provider, on, world) => (on ? [] : tellServices(world, 'Fargate Spot has capacity again')),
  },

  /** New instances of a cluster cannot register. */
  'registration-fails': {
    text: (_cluster, on) => (on ? 'let registrations fail' : 'let registrations work again'),
    effects: () => [],
  },

  /** The agent of an instance loses its connection to ECS. Its containers run on. */
  'agent-disconnected': {
    text: (instance, on, world) => `${on ? 'disconnect' : 'connect'} the agent of ${ec2Name(world, instance)}`,
    effects: (_instance, on) => [remind({ type: on ? 'agent.disconnected' : 'agent.connected' }, 0)],
  },
} satisfies Readonly<Record<string, FaultRule>>;
