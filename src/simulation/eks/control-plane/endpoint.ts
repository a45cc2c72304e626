import { setup } from 'xstate';
import type { JsonObject } from '../../../model/json.ts';
import { at, listAt, numberAt } from '../../../model/eks/read.ts';
import type { Arriving, Behaviour } from '../../engine/behaviour.ts';
import { worldOf } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import { log, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { inCidr } from '../network-policy/ip-block.ts';
import { printed } from '../access/kubectl-words.ts';
import { clusterArn } from '../identity.ts';
import type { ClientRequest, RequestEvent } from './client-request.ts';
import { handOn } from './client-request.ts';
import { instancesOf, isIn } from './members.ts';
import { controlPlaneTimings } from './timings.ts';

/** The addresses of the VPC of every cluster here. */
const VPC = '10.0.0.0/16';

/** Whether the endpoint can be reached from an address: by its private side from the VPC, by its public side from its CIDR blocks. */
export function isReachable(cluster: JsonObject, address: string): boolean {
  const config = cluster['resourcesVpcConfig'];
  const isPublic = at(config, 'endpointPublicAccess') !== false;
  const cidrs = listAt(config, 'publicAccessCidrs').filter((one) => typeof one === 'string');
  if (inCidr(VPC, address) && at(config, 'endpointPrivateAccess') === true) return true;
  return isPublic && (cidrs.length === 0 || cidrs.some((cidr) => inCidr(cidr, address)));
}

/** The API server that a connection leads to; the endpoint spreads connections over those that serve. */
function instanceFor(world: World, { auditID }: ClientRequest) {
  const serving = instancesOf(world).filter((instance) => isIn(instance, 'Serving'));
  return serving[Number.parseInt(auditID.slice(0, 4), 16) % Math.max(1, serving.length)];
}

function connect(world: World, request: ClientRequest): readonly Effect[] {
  const { caller, call } = request;
  const cluster = world.objects.get(clusterArn(world))?.body ?? {};
  const instance = isReachable(cluster, call.from ?? '') ? instanceFor(world, request) : undefined;
  if (instance !== undefined) return [handOn(instance.id, request, `${call.verb} ${call.path}`)];
  const refusal = 'Unable to connect to the server: dial tcp: i/o timeout';
  return [send(caller, { type: 'connection.failed' }, refusal, controlPlaneTimings.dialTimeout), log(caller, refusal)];
}

function giveBack({ request, reply }: Extract<RequestEvent, { type: 'request.answered' }>): readonly Effect[] {
  const code = reply.ok ? 'OK' : `${numberAt(reply.body, 'code') ?? ''}`;
  return [send(request.caller, { type: 'reply.received' }, code, 0), log(request.caller, printed(reply, request.info))];
}

const machine = setup({
  types: { context: {}, events: {} as Arriving<RequestEvent> },
  actions: {
    connect: ({ event }) => (event.type === 'request.sent' ? connect(worldOf(event), event.request) : []),
    giveBack: ({ event }) => (event.type === 'request.answered' ? giveBack(event) : []),
  },
}).createMachine({
  id: 'eks-endpoint',
  initial: 'Open',
  states: { Open: { on: { 'request.sent': { actions: 'connect' }, 'request.answered': { actions: 'giveBack' } } } },
});

/** The endpoint of a cluster: the address under which all its API servers are reached. */
export const endpoint: Behaviour = { machine };
