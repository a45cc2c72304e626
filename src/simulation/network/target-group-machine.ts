import { assign, setup } from 'xstate';
import type { Id, Millis } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import type { World } from '../engine/world.ts';
import { cpuUse, requestsOf, responseTime } from './load.ts';
import type { Outcome, Routable, RoutableClass } from './traffic.ts';
import { REQUESTS_PER_SECOND } from './timings.ts';
import { noTargets, share } from './traffic.ts';

interface GroupContext {
  readonly routable: Routable;
  readonly deregistrationDelay: Millis;
  /** Requests of a second that clients send to the group. */
  readonly requests: number;
  /** The CPU units of the task behind the target that last moved. */
  readonly cpu: number;
}

/** A target tells its group that it now counts differently. */
interface TargetMoved {
  readonly type: 'target.moved';
  readonly from: RoutableClass | undefined;
  readonly to: RoutableClass | undefined;
  readonly cpu: number;
}

/** Clients send more requests, or fewer. */
interface LoadChanged {
  readonly type: 'load.changed';
  readonly requests: number;
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
    events: {} as Arriving<TargetMoved | DelayChanged | LoadChanged>,
    input: {} as Beginning<{ readonly deregistrationDelay: Millis; readonly requests?: number }>,
  },
  actions: {
    count: assign(({ context: { routable }, event }) => {
      if (event.type !== 'target.moved') return {};
      const { from, to, cpu } = event;
      return {
        cpu,
        routable: {
          ...routable,
          ...(from === undefined ? {} : { [from]: routable[from] - 1 }),
          ...(to === undefined ? {} : { [to]: routable[to] + 1 }),
        },
      };
    }),
    setDelay: assign(({ event }) => (event.type === 'delay.changed' ? { deregistrationDelay: event.delay } : {})),
    setLoad: assign(({ event }) => (event.type === 'load.changed' ? { requests: event.requests } : {})),
  },
}).createMachine({
  id: 'elbv2-target-group',
  context: ({ input }) => ({
    routable: noTargets,
    deregistrationDelay: input.deregistrationDelay,
    requests: input.requests ?? REQUESTS_PER_SECOND,
    cpu: 0,
  }),
  initial: 'active',
  states: {
    active: {
      on: {
        'target.moved': { actions: 'count' },
        'delay.changed': { actions: 'setDelay' },
        'load.changed': { actions: 'setLoad' },
      },
    },
  },
});

const contextOf = (world: World, group: Id): GroupContext | undefined => {
  const actor = world.actors.get(group);
  return actor?.behaviour === 'elbv2-target-group' ? (actor.snapshot.context as GroupContext) : undefined; // the behaviour says which machine it is
};

/** What a target group does for its clients at a moment, from the counts that it keeps. */
export interface Service extends Outcome {
  readonly healthy: number;
  readonly requests: number;
  /** How long an answer takes on average, in ms. */
  readonly latency: number;
  /** The share of the CPU of the targets that answer which is in use, in percent. */
  readonly cpuUsed: number;
}

/** What a target group does for its clients; nothing while it has not begun. */
export function serviceOfGroup(world: World, group: Id): Service | undefined {
  const context = contextOf(world, group);
  if (context === undefined) return undefined;
  const { routable, requests, cpu } = context;
  const outcome = share(requests, routable, requestsOf(cpu));
  const healthy = routable.healthyAnswering + routable.healthyErring + routable.healthySilent;
  return { ...outcome, healthy, requests, latency: responseTime(outcome.perTarget, cpu), cpuUsed: cpuUse(outcome.perTarget, cpu) };
}

/** How long a target of a group drains. */
export const deregistrationDelayOf = (world: World, group: Id): Millis => contextOf(world, group)?.deregistrationDelay ?? 300_000;
