import { assign, setup } from 'xstate';
import type { Id, JsonObject } from '../../../model/json.ts';
import { isObject } from '../../../model/eks/read.ts';
import type { Arriving, Beginning, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { patch, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { nameIn } from '../identity.ts';
import { instancesOf } from './members.ts';
import { controlPlaneTimings } from './timings.ts';

/** What the EKS API asks of a cluster, and what its API servers tell it. */
export type ClusterEvent =
  | { readonly type: 'version.updateBegun'; readonly version: string }
  | { readonly type: 'endpoint.updateBegun'; readonly config: JsonObject }
  | { readonly type: 'instance.serving'; readonly id: Id };

interface Memory {
  readonly id: Id;
  readonly version: string;
  readonly config: JsonObject;
}

/** The next API server that does not have the version yet. */
const nextToUpdate = (world: World, version: string) => instancesOf(world).find(({ body }) => body['version'] !== version);

function updateNext(world: World, version: string): readonly Effect[] {
  const next = nextToUpdate(world, version);
  return next === undefined ? [] : [send(next.id, { type: 'version.wanted', version }, `replace ${nameIn(next.id)} by one of ${version}`)];
}

const machine = setup({
  types: { context: {} as Memory, events: {} as Arriving<ClusterEvent>, input: {} as Beginning },
  guards: { wasLast: ({ context, event }) => nextToUpdate(worldOf(event), context.version) === undefined },
  actions: {
    keepVersion: assign({ version: ({ context, event }) => (event.type === 'version.updateBegun' ? event.version : context.version) }),
    keepConfig: assign({ config: ({ context, event }) => (event.type === 'endpoint.updateBegun' ? event.config : context.config) }),
    beginUpdate: ({ context }) => patch(context.id, { status: 'UPDATING' }),
    updateFirst: ({ event }) => (event.type === 'version.updateBegun' ? updateNext(worldOf(event), event.version) : []),
    updateNext: ({ context, event }) => updateNext(worldOf(event), context.version),
    endVersion: ({ context }) => patch(context.id, { status: 'ACTIVE', version: context.version }),
    endConfig: ({ context, event }) => {
      const before = worldOf(event).objects.get(context.id)?.body['resourcesVpcConfig'];
      return patch(context.id, { status: 'ACTIVE', resourcesVpcConfig: { ...(isObject(before) ? before : {}), ...context.config } });
    },
  },
  delays: { endpointUpdate: controlPlaneTimings.endpointUpdate },
}).createMachine({
  id: 'eks-cluster',
  context: ({ input }) => ({ id: input.id, version: '', config: {} }),
  initial: 'ACTIVE',
  states: {
    ACTIVE: {
      on: {
        'version.updateBegun': { target: 'UpdatingVersion', actions: ['keepVersion', 'beginUpdate', 'updateFirst'] },
        'endpoint.updateBegun': { target: 'UpdatingEndpoint', actions: ['keepConfig', 'beginUpdate'] },
      },
    },
    UpdatingVersion: {
      on: { 'instance.serving': [{ guard: 'wasLast', target: 'ACTIVE', actions: 'endVersion' }, { actions: 'updateNext' }] },
    },
    UpdatingEndpoint: { after: { endpointUpdate: { target: 'ACTIVE', actions: 'endConfig' } } },
  },
});

/** EKS itself, as far as it changes a cluster: version by version, one API server after the other. */
export const cluster: Behaviour = {
  machine,
  waits: (snapshot) => (snapshot.matches('ACTIVE') ? [] : [{ code: 'update' }]),
};
