import type { ApiObject } from '../../../model/api-object.ts';
import { textAt } from '../../../model/eks/read.ts';
import type { Id } from '../../../model/json.ts';
import type { FaultRule } from '../../engine/domain.ts';
import type { Effect } from '../../engine/effect.ts';
import { patch, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { nameIn, partOf } from '../identity.ts';
import { ZONE_LOST, isCutOff } from '../kubelet/report.ts';
import type { LinkEvent } from '../kubelet/kubelet.ts';
import { every } from '../store.ts';
import type { EtcdEvent } from './etcd.ts';
import type { InstanceEvent } from './instance.ts';
import { API_SERVER_LOST, MEMBER_LOST, instancesOf, isDown, membersOf } from './members.ts';
import { controlPlaneTimings } from './timings.ts';

/** Takes an API server or a member of etcd away, or puts another in its place. */
function switched(world: World, { id, kind }: ApiObject, on: boolean): Effect {
  const text = on ? `${nameIn(id)} is lost` : `${nameIn(id)} is replaced`;
  if (kind === 'k8s-api-server-instance') {
    return send(id, { type: on ? 'instance.lost' : 'instance.replaced' } satisfies InstanceEvent, text);
  }
  const event = { type: on ? 'member.lost' : 'member.joined', id } satisfies EtcdEvent;
  return send(partOf(world, 'etcd'), event, text, on ? 0 : controlPlaneTimings.replacement);
}

/** Everything of a zone that no other fault holds down. */
function ofZone(world: World, zone: Id, on: boolean): readonly Effect[] {
  const machines = [...instancesOf(world), ...membersOf(world)].filter((one) => textAt(one.body, 'zone') === zone);
  const nodes = [...every(world, 'Node')].filter(({ body }) => body.metadata.labels?.['topology.kubernetes.io/zone'] === zone);
  return [
    patch(zone, { State: on ? 'unavailable' : 'available' }),
    ...machines.filter((one) => on || !isDown(world, one)).map((one) => switched(world, one, on)),
    ...nodes
      .filter(({ id }) => on || !isCutOff(world, id))
      .map(({ id }) =>
        send(
          id,
          { type: on ? 'connection.lost' : 'connection.restored' } satisfies LinkEvent,
          `${nameIn(id)} is ${on ? 'cut off' : 'back'}`,
        ),
      ),
  ];
}

/** One machine of the control plane is gone, and EKS puts another in its place when it is repaired. */
const machineLost: FaultRule = {
  text: (target, on) => (on ? `lose ${nameIn(target)}` : `let EKS replace ${nameIn(target)}`),
  effects: (target, on, world) => {
    const object = world.objects.get(target);
    return object === undefined || (!on && isDown(world, object)) ? [] : [switched(world, object, on)];
  },
};

/** What may break in a control plane. */
export const controlPlaneFaults: Readonly<Record<string, FaultRule>> = {
  [API_SERVER_LOST]: machineLost,
  [MEMBER_LOST]: machineLost,
  [ZONE_LOST]: {
    text: (target, on) => (on ? `lose the zone ${target}` : `bring the zone ${target} back`),
    effects: (target, on, world) => ofZone(world, target, on),
  },
};
