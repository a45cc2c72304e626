import { assign, setup } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Arriving, Beginning } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import { end, patch, put, remove, send } from '../engine/effect.ts';
import { hasFault } from '../engine/world.ts';
import type { InstanceBody, InstanceHealth } from './objects.ts';
import { CUSTOM_HEALTH_APPLIES, RECORDS_CHANGE, RECORDS_CHANGE_LATE } from './timings.ts';

/** What ECS registers. */
export interface RegistrationInput {
  readonly body: InstanceBody;
}

/** What an instance keeps in mind: how it is to be registered, and the health that ECS last reported. */
export interface RegistrationContext extends RegistrationInput {
  readonly id: Id;
  readonly reported: InstanceHealth;
}

type RegistrationEvent = { readonly type: 'health.reported'; readonly status: InstanceHealth } | { readonly type: 'instance.deregister' };

/** An instance of a Cloud Map service, registered by ECS. Its states are the values of its health status. */
export const registrationMachine = setup({
  types: { context: {} as RegistrationContext, events: {} as Arriving<RegistrationEvent>, input: {} as Beginning<RegistrationInput> },
  delays: {
    recordsMade: ({ context, event }) =>
      hasFault(worldOf(event), 'registration-delayed', context.body.ServiceArn) ? RECORDS_CHANGE_LATE : RECORDS_CHANGE,
    recordsGone: RECORDS_CHANGE,
    applied: CUSTOM_HEALTH_APPLIES,
  },
  guards: {
    beganUnhealthy: ({ context }) => context.body.HealthStatus === 'UNHEALTHY',
    isReported: ({ context }, status: InstanceHealth) => context.reported === status,
  },
  actions: {
    note: assign(({ event }) => (event.type === 'health.reported' ? { reported: event.status } : {})),
    register: ({ context: { id, body } }) => put({ id, kind: 'servicediscovery-instance', body }),
    show: ({ context }, HealthStatus: InstanceHealth) => patch(context.id, { HealthStatus }),
    tellRegistry: ({ context: { body } }) =>
      send(body.ServiceArn, { type: 'registration.ended' }, `registration of ${body.Attributes['AWS_INSTANCE_IPV4'] ?? ''} has ended`),
    leave: ({ context }) => [remove(context.id), end(context.id)],
  },
}).createMachine({
  id: 'servicediscovery-instance',
  context: ({ input: { id, body } }) => ({ id, body, reported: body.HealthStatus }),
  initial: 'registering',
  on: { 'health.reported': { actions: 'note' }, 'instance.deregister': '.deregistering' },
  states: {
    registering: {
      after: {
        recordsMade: [
          { guard: 'beganUnhealthy', target: 'UNHEALTHY', actions: 'register' },
          { target: 'HEALTHY', actions: 'register' },
        ],
      },
      exit: 'tellRegistry',
    },
    HEALTHY: {
      entry: { type: 'show', params: 'HEALTHY' },
      initial: 'settled',
      states: {
        settled: { always: { guard: { type: 'isReported', params: 'UNHEALTHY' }, target: 'changing' } },
        changing: {
          always: { guard: { type: 'isReported', params: 'HEALTHY' }, target: 'settled' },
          after: { applied: '#servicediscovery-instance.UNHEALTHY' },
        },
      },
    },
    UNHEALTHY: {
      entry: { type: 'show', params: 'UNHEALTHY' },
      initial: 'settled',
      states: {
        settled: { always: { guard: { type: 'isReported', params: 'HEALTHY' }, target: 'changing' } },
        changing: {
          always: { guard: { type: 'isReported', params: 'UNHEALTHY' }, target: 'settled' },
          after: { applied: '#servicediscovery-instance.HEALTHY' },
        },
      },
    },
    deregistering: {
      on: { 'instance.deregister': {} },
      after: { recordsGone: { target: 'gone' } },
    },
    gone: { entry: 'leave', type: 'final' },
  },
});
