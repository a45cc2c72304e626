import { assign, setup } from 'xstate';
import type { Arriving, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import { remind } from '../../engine/effect.ts';
import { canStore } from '../control-plane/members.ts';
import type { ApiRequest } from '../requests.ts';
import { storeRequest } from './store-request.ts';

/** The revision of what is there from the start. */
const FIRST_REVISION = 1000;

/** Says that requests can be stored again. */
export type StoreEvent = { readonly type: 'store.recovered' };

interface Memory {
  readonly revision: number;
  /** What its clients go on asking while nothing can be stored; each comes with a new world when it is asked again. */
  readonly held: readonly ApiRequest[];
}

const isRequest = (event: ApiRequest | StoreEvent): event is ApiRequest => event.type !== 'store.recovered';

const stored = [{ guard: 'cannotStore', actions: 'hold' }, { actions: ['count', 'store'] }] as const;

const machine = setup({
  types: { context: {} as Memory, events: {} as Arriving<ApiRequest | StoreEvent> },
  guards: { cannotStore: ({ event }) => !canStore(worldOf(event)) },
  actions: {
    count: assign({ revision: ({ context }) => context.revision + 1 }),
    store: ({ context, event }) => (isRequest(event) ? storeRequest(worldOf(event), event, context.revision) : []),
    hold: assign({ held: ({ context, event }) => (isRequest(event) ? [...context.held, event] : context.held) }),
    askAgain: ({ context }) => context.held.map((request) => remind(request, 0)),
    release: assign({ held: [] }),
  },
}).createMachine({
  id: 'k8s-api-server',
  context: { revision: FIRST_REVISION, held: [] },
  initial: 'Serving',
  states: {
    Serving: {
      on: {
        'object.create': stored,
        'object.patch': stored,
        'pod.bind': stored,
        'pod.evict': stored,
        'object.delete': stored,
        'store.recovered': { actions: ['askAgain', 'release'] },
      },
    },
  },
});

/** The API server: the only way to the objects. It stores what is asked under the next revision and tells the watchers. */
export const apiServer: Behaviour = { machine };
