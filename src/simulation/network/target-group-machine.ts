import { assign, setup } from 'xstate';
import type { Id, Millis } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import type { World } from '../engine/world.ts';
import type { Routable, RoutableClass } from './traffic.ts';
import { noTargets } from './traffic.ts';

interface GroupContext {
  readonly routable: Routable;
  readonly deregistrationDelay: Millis;
}

/** A target tells its group that it now counts differently. */
interface TargetMoved {
  readonly type: 'target.moved';
  readonly from: RoutableClass | undefined;
  readonly to: RoutableClass | undefined;
}

/** Its deregistration delay was changed. */
interface DelayChanged {
  readonly type: 'delay.changed';
  readonly delay: Millis;
}

/** A target group: it keeps count of its targets, so that nobody has to go through them. */
export const targetGroupMachine = setup({
  types: {
    context: {} as GroupContext,
    events: {} as Arriving<TargetMoved | DelayChanged>,
    input: {} as Beginning<{ readonly deregistrationDelay: Millis }>,
  },
  actions: {
    count: assign(({ context: { routable }, event }) => {
      if (event.type !== 'target.moved') return {};
      const { from, to } = event;
      return {
        routable: {
          ...routable,
          ...(from === undefined ? {} : { [from]: routable[from] - 1 }),
          ...(to === undefined ? {} : { [to]: routable[to] + 1 }),
        },
      };
    }),
    setDelay: assign(({ event }) => (event.type === 'delay.changed' ? { deregistrationDelay: event.delay } : {})),
  },
}).createMachine({
  id: 'elbv2-target-group',
  context: ({ input }) => ({ routable: noTargets, deregistrationDelay: input.deregistrationDelay }),
  initial: 'active',
  states: {
    active: { on: { 'target.moved': { actions: 'count' }, 'delay.changed': { actions: 'setDelay' } } },
  },
});

const contextOf = (world: World, group: Id): GroupContext | undefined => {
  const actor = world.actors.get(group);
  return actor?.behaviour === 'elbv2-target-group' ? (actor.snapshot.context as GroupContext) : undefined; // the behaviour says which machine it is
};

/** How many targets of a group may get requests. */
export const routableOf = (world: World, group: Id): Routable => contextOf(world, group)?.routable ?? noTargets;

/** How long a target of a group drains. */
export const deregistrationDelayOf = (world: World, group: Id): Millis => contextOf(world, group)?.deregistrationDelay ?? 300_000;
