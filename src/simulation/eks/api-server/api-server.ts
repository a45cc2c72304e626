import { assign, setup } from 'xstate';
import type { Arriving, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { ApiRequest } from '../requests.ts';
import { storeRequest } from './store-request.ts';

/** The revision of what is there from the start. */
const FIRST_REVISION = 1000;

const machine = setup({
  types: { context: {} as { readonly revision: number }, events: {} as Arriving<ApiRequest> },
  actions: {
    count: assign({ revision: ({ context }) => context.revision + 1 }),
    store: ({ context, event }) => storeRequest(worldOf(event), event, context.revision),
  },
}).createMachine({
  id: 'k8s-api-server',
  context: { revision: FIRST_REVISION },
  initial: 'Serving',
  states: {
    Serving: {
      on: {
        'object.create': { actions: ['count', 'store'] },
        'object.patch': { actions: ['count', 'store'] },
        'pod.bind': { actions: ['count', 'store'] },
        'object.delete': { actions: ['count', 'store'] },
      },
    },
  },
});

/** The API server: the only way to the objects. It stores what is asked under the next revision and tells the watchers. */
export const apiServer: Behaviour = { machine };
