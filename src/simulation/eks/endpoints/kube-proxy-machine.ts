import { assign, setup } from 'xstate';
import type { Id } from '../../../model/json.ts';
import { REQUESTS_PER_SECOND } from '../../network/timings.ts';
import type { Arriving, Beginning } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import { idIn } from '../identity.ts';
import type { WatchEvent } from '../requests.ts';
import { timings } from '../timings.ts';
import { routable } from './routing.ts';
import { sliceOf } from './slice-of.ts';

/** What kube-proxy knows of one Service. */
export interface ProxyContext {
  readonly id: Id;
  /** The pods to which its rules lead. */
  readonly pods: readonly Id[];
  /** Requests of a second that clients send to the address of the Service. */
  readonly requests: number;
}

/** Clients send more requests, or fewer. */
interface LoadChanged {
  readonly type: 'load.changed';
  readonly requests: number;
}

/** kube-proxy on the nodes, for one Service: what changes while it writes its rules is in them when it is done. */
export const kubeProxyMachine = setup({
  types: { context: {} as ProxyContext, events: {} as Arriving<WatchEvent | LoadChanged>, input: {} as Beginning },
  delays: { proxySync: timings.proxySync },
  actions: {
    writeRules: assign(({ context, event }) => {
      const world = worldOf(event);
      const endpoints = sliceOf(world, context.id)?.body.endpoints ?? [];
      return { pods: routable(endpoints).map(({ targetRef }) => idIn(world, 'Pod', targetRef)) };
    }),
    setLoad: assign(({ event }) => (event.type === 'load.changed' ? { requests: event.requests } : {})),
  },
}).createMachine({
  id: 'k8s-service',
  context: ({ input }) => ({ id: input.id, pods: [], requests: REQUESTS_PER_SECOND }),
  initial: 'Synced',
  on: { 'load.changed': { actions: 'setLoad' } },
  states: {
    Synced: { on: { 'object.*': 'Syncing' } },
    Syncing: { after: { proxySync: { target: 'Synced', actions: 'writeRules' } } },
  },
});
