import { assign, setup } from 'xstate';
import type { Id, Millis } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import { end, patch, remove, send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import type { TargetHealth } from './objects.ts';
import { targetGroupOf } from './objects.ts';
import { deregistrationDelayOf } from './target-group-machine.ts';
import type { CheckFailure } from './target-health.ts';
import { decides, untilNextCheck } from './target-health.ts';
import { FIRST_CHECK, TARGET_REGISTERS } from './timings.ts';
import type { RoutableClass } from './traffic.ts';

/** Whom a target tells about itself. */
export interface TargetInput {
  readonly group: Id;
  /** Who serves at this address, and who registered it. */
  readonly task: Id;
  readonly service: Id;
  readonly failure?: CheckFailure;
  /** The CPU units of the task: they limit how many requests it answers. */
  readonly cpu: number;
}

/** What a target keeps in mind. */
export interface TargetContext extends Omit<TargetInput, 'failure'> {
  readonly id: Id;
  readonly failure: CheckFailure | undefined;
  readonly firstCheck: Millis;
  readonly inARow: number;
  readonly everHealthy: boolean;
  readonly counted: RoutableClass | undefined;
}

type TargetEvent =
  | { readonly type: 'app.broke'; readonly failure: CheckFailure }
  | { readonly type: 'app.recovered' }
  | { readonly type: 'target.deregister' };

const nameOf = (id: Id): string => id.slice(id.lastIndexOf('/') + 1);

type Count = 'healthy' | 'other' | 'draining';

/** The heading under which its group counts a target. */
function classOf({ failure }: TargetContext, as: Count): RoutableClass | undefined {
  if (as === 'draining') return undefined;
  if (failure === undefined || failure.serves) return `${as}Answering`;
  return failure.reason === 'Target.ResponseCodeMismatch' ? `${as}Erring` : `${as}Silent`;
}

/** Tells the group under which heading the target counts from now on. */
const count = (as: Count) => [{ type: 'reportCount', params: as } as const, { type: 'keepCount', params: as } as const] as const;

/** A target of a load balancer. Checks whose result would change nothing are not scheduled. */
export const targetMachine = setup({
  types: { context: {} as TargetContext, events: {} as Arriving<TargetEvent>, input: {} as Beginning<TargetInput> },
  delays: {
    registers: TARGET_REGISTERS,
    firstCheck: FIRST_CHECK,
    nextCheck: ({ context, event }) => {
      const world = worldOf(event);
      const group = targetGroupOf(world, context.group);
      return group === undefined ? 0 : untilNextCheck(group, context.firstCheck, world.time);
    },
    drains: ({ context, event }) => deregistrationDelayOf(worldOf(event), context.group),
  },
  guards: {
    answers: ({ context }) => context.failure === undefined,
    lastCheckNeeded: ({ context, event }) => {
      const group = targetGroupOf(worldOf(event), context.group);
      const checks = { passed: context.failure === undefined, inARow: context.inARow + 1, everHealthy: context.everHealthy };
      return group !== undefined && decides(group, checks);
    },
  },
  actions: {
    broke: assign(({ event }) => (event.type === 'app.broke' ? { failure: event.failure } : {})),
    recovered: assign({ failure: undefined }),
    startChecks: assign(({ event }) => ({ firstCheck: worldOf(event).time })),
    countCheck: assign(({ context }) => ({ inARow: context.inARow + 1 })),
    countAnew: assign({ inARow: 0 }),
    markHealthy: assign({ everHealthy: true }),
    show: ({ context }, health: TargetHealth) => patch(context.id, { TargetHealth: health }),
    showUnhealthy: ({ context: { id, failure } }) =>
      patch(id, {
        TargetHealth: {
          State: 'unhealthy',
          ...(failure === undefined ? {} : { Reason: failure.reason, Description: failure.description }),
        },
      }),
    tellService: ({ context }, health: string) =>
      send(context.service, { type: 'target.changed' }, `target ${nameOf(context.id)} is ${health}`),
    tellTask: ({ context }, type: 'target.registered' | 'target.draining' | 'target.drained') =>
      send(context.task, { type }, `target ${nameOf(context.id)} is ${type.slice('target.'.length)}`),
    leave: ({ context }) => [remove(context.id), end(context.id)],
    reportCount: ({ context }, as: Count) => {
      const to = classOf(context, as);
      const event = { type: 'target.moved', from: context.counted, to, cpu: context.cpu };
      return to === context.counted ? [] : send(context.group, event, `target ${nameOf(context.id)} counts as ${as}`);
    },
    keepCount: assign(({ context }, as: Count) => ({ counted: classOf(context, as) })),
  },
}).createMachine({
  id: 'elbv2-target',
  context: ({ input }) => ({
    id: input.id,
    group: input.group,
    task: input.task,
    service: input.service,
    failure: input.failure,
    cpu: input.cpu,
    firstCheck: 0,
    inARow: 0,
    everHealthy: false,
    counted: undefined,
  }),
  initial: 'initial',
  on: { 'target.deregister': { target: '.draining' } },
  states: {
    initial: {
      entry: [...count('other')],
      on: {
        'app.broke': { actions: ['broke', ...count('other')] },
        'app.recovered': { actions: ['recovered', ...count('other')] },
      },
      initial: 'registering',
      states: {
        registering: {
          entry: { type: 'show', params: { State: 'initial', Reason: 'Elb.RegistrationInProgress' } },
          after: { registers: { target: 'checking', actions: { type: 'tellTask', params: 'target.registered' } } },
        },
        checking: {
          entry: { type: 'show', params: { State: 'initial', Reason: 'Elb.InitialHealthChecking' } },
          after: {
            firstCheck: [
              { guard: 'answers', target: '#elbv2-target.healthy', actions: 'startChecks' },
              { target: 'failing', actions: ['startChecks', 'countCheck'] },
            ],
          },
        },
        failing: {
          after: {
            nextCheck: [
              { guard: 'answers', target: '#elbv2-target.healthy' },
              { guard: 'lastCheckNeeded', target: '#elbv2-target.unhealthy' },
              { target: 'failing', reenter: true, actions: 'countCheck' },
            ],
          },
        },
      },
    },
    healthy: {
      entry: [
        'markHealthy',
        ...count('healthy'),
        { type: 'show', params: { State: 'healthy' } },
        { type: 'tellService', params: 'healthy' },
      ],
      initial: 'passing',
      states: {
        passing: {
          entry: 'countAnew',
          on: { 'app.broke': { target: 'failing', actions: ['broke', ...count('healthy')] } },
        },
        failing: {
          on: {
            'app.broke': { actions: ['broke', ...count('healthy')] },
            'app.recovered': { target: 'passing', actions: ['recovered', ...count('healthy')] },
          },
          after: {
            nextCheck: [
              { guard: 'lastCheckNeeded', target: '#elbv2-target.unhealthy' },
              { target: 'failing', reenter: true, actions: 'countCheck' },
            ],
          },
        },
      },
    },
    unhealthy: {
      entry: [...count('other'), 'showUnhealthy', { type: 'tellService', params: 'unhealthy' }],
      initial: 'failing',
      states: {
        failing: {
          entry: 'countAnew',
          on: {
            'app.broke': { actions: ['broke', ...count('other')] },
            'app.recovered': { target: 'passing', actions: ['recovered', ...count('other')] },
          },
        },
        passing: {
          on: { 'app.broke': { target: 'failing', actions: ['broke', ...count('other')] } },
          after: {
            nextCheck: [
              { guard: 'lastCheckNeeded', target: '#elbv2-target.healthy' },
              { target: 'passing', reenter: true, actions: 'countCheck' },
            ],
          },
        },
      },
    },
    draining: {
      entry: [
        ...count('draining'),
        {
          type: 'show',
          params: { State: 'draining', Reason: 'Target.DeregistrationInProgress', Description: 'Target deregistration is in progress' },
        },
        { type: 'tellTask', params: 'target.draining' },
      ],
      on: { 'target.deregister': {} },
      after: { drains: 'unused' },
    },
    unused: { entry: [{ type: 'tellTask', params: 'target.drained' }, 'leave'], type: 'final' },
  },
});

/** The task that serves at a target. */
export function taskAt(world: World, target: Id): Id | undefined {
  const actor = world.actors.get(target);
  return actor?.behaviour === 'elbv2-target' ? (actor.snapshot.context as TargetContext).task : undefined; // the behaviour says which machine it is
}
