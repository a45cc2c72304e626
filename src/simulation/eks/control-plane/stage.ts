import { setup } from 'xstate';
import type { Arriving, Beginning, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import type { ClientRequest, RequestEvent } from './client-request.ts';
import type { StageName } from './stages.ts';
import { stages, timedOut } from './stages.ts';

type Event = Arriving<
  Extract<RequestEvent, { type: 'request.sent' }> | { readonly type: 'store.timedOut'; readonly request: ClientRequest }
>;

const machine = setup({
  types: { context: {} as { readonly stage: StageName }, events: {} as Event, input: {} as Beginning<{ readonly stage: StageName }> },
  actions: {
    decide: ({ context, event }): readonly Effect[] => stages[context.stage](worldOf(event), event.request),
    giveUp: ({ event }): readonly Effect[] => timedOut(worldOf(event), event.request),
  },
}).createMachine({
  id: 'k8s-request-stage',
  context: ({ input }) => ({ stage: input.stage }),
  initial: 'Deciding',
  states: { Deciding: { on: { 'request.sent': { actions: 'decide' }, 'store.timedOut': { actions: 'giveUp' } } } },
});

/** One stage of the way of a request through an API server. */
export const requestStage: Behaviour = { machine };
