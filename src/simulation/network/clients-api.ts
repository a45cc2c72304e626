import type { ApiCall } from '../../model/api-call.ts';
import type { Id } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';

/** The most requests of a second that the reader may let clients send to a target group. */
const MOST = 10_000;

const refused = (message: string): Answer => ({
  reply: { ok: false, body: { __type: 'InvalidRequest', message } },
  effects: [],
  about: 'clients',
  text: `a load that was refused: ${message}`,
});

/** What clients do, who are outside AWS: SendRequests sets how many requests of a second reach each target group of a load balancer. */
export function clientsApi(call: ApiCall, world: World): Answer {
  if (call.api === 'kubernetes' || call.operation !== 'SendRequests') return refused('Clients know only SendRequests.');
  const { LoadBalancerArn: balancer, RequestsPerSecond: requests } = call.input;
  if (typeof requests !== 'number' || requests < 0 || requests > MOST) {
    return refused(`RequestsPerSecond must be a number from 0 to ${MOST}.`);
  }
  const groups: readonly Id[] = typeof balancer === 'string' ? [...ownedBy(world, balancer)].map(({ id }) => id) : [];
  if (typeof balancer !== 'string' || groups.length === 0) return refused('LoadBalancerArn must name a load balancer with a target group.');
  const text = `send ${requests} requests a second`;
  return {
    reply: { ok: true, body: {} },
    effects: groups.map((group) => send(group, { type: 'load.changed', requests }, text)),
    about: balancer,
    text,
  };
}
