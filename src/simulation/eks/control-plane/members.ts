import type { ApiObject } from '../../../model/api-object.ts';
import { textAt } from '../../../model/eks/read.ts';
import type { Effect } from '../../engine/effect.ts';
import { patch } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hasFault, ownedBy } from '../../engine/world.ts';
import { ZONE_LOST } from '../kubelet/report.ts';
import { allOf } from '../identity.ts';

/** The states of an API server and of a member of etcd. */
type State = 'Starting' | 'Serving' | 'Leader' | 'Follower' | 'Lost';

/** Whether an API server or a member of etcd is in a state. */
export const isIn = ({ body }: ApiObject, state: State): boolean => textAt(body, 'state') === state;

/** Writes down the state of an API server or a member of etcd. */
export const nowIn = (id: string, state: State): Effect => patch(id, { state });

/** The API servers; none in a world that does not tell them apart. */
export const instancesOf = (world: World): readonly ApiObject[] => [...ownedBy(world, allOf('ApiServerInstance'))];

/** The members of etcd; none in a world that does not tell them apart. */
export const membersOf = (world: World): readonly ApiObject[] => [...ownedBy(world, allOf('EtcdMember'))];

/** The fault of an API server whose machine is gone. */
export const API_SERVER_LOST = 'api-server-lost';
/** The fault of a member of etcd whose machine is gone. */
export const MEMBER_LOST = 'etcd-member-lost';

/** Whether a fault keeps an API server or a member of etcd from running: its own, or that of its zone. */
export const isDown = (world: World, { id, body }: ApiObject): boolean =>
  [API_SERVER_LOST, MEMBER_LOST].some((fault) => hasFault(world, fault, id)) || hasFault(world, ZONE_LOST, textAt(body, 'zone') ?? '');

/** Whether more than half of the members are there. */
export function hasQuorum(world: World): boolean {
  const members = membersOf(world);
  return members.length === 0 || members.filter((member) => !isIn(member, 'Lost')).length > members.length / 2;
}

/** Whether anything can be stored: an API server serves, and etcd has a leader. */
export function canStore(world: World): boolean {
  const instances = instancesOf(world);
  const members = membersOf(world);
  return (
    (instances.length === 0 || instances.some((instance) => isIn(instance, 'Serving'))) &&
    (members.length === 0 || (hasQuorum(world) && members.some((member) => isIn(member, 'Leader'))))
  );
}
