import type { Id } from '../../../model/json.ts';
import type { FaultRule } from '../../engine/domain.ts';
import type { Effect } from '../../engine/effect.ts';
import { patch, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { nameIn } from '../identity.ts';
import type { LinkEvent } from '../kubelet/kubelet.ts';
import { INSTANCE_FAILED, isCutOff, ZONE_LOST } from '../kubelet/report.ts';
import { ask } from '../requests.ts';
import type { Stored } from '../store.ts';
import { every, find } from '../store.ts';
import { CAPACITY_MISSING, NODES_DO_NOT_JOIN } from './auto-scaling.ts';
import type { GroupEvent } from './events.ts';
import { instanceIdOf } from './new-node.ts';
import { groupsOf } from './own-nodes.ts';
import { nodeGroupTimings } from './timings.ts';

/** The fault of a PodDisruptionBudget that asks for every pod. */
export const BUDGET_BLOCKS = 'budget-blocks';

/** The machine of a node fails or comes back. Its Auto Scaling group hears of a failure by its status check. */
function switched(world: World, { id, body }: Stored<'Node'>, on: boolean): readonly Effect[] {
  const link: LinkEvent = { type: on ? 'connection.lost' : 'connection.restored' };
  const instance = instanceIdOf(body);
  const group = groupsOf(world).find(({ Instances }) => Instances.some(({ InstanceId }) => InstanceId === instance));
  const impaired: GroupEvent = { type: 'instance.impaired', instance };
  return [
    send(id, link, on ? `${nameIn(id)} is silent` : `${nameIn(id)} is back`),
    ...(on && group !== undefined
      ? [send(group.AutoScalingGroupARN, impaired, `${instance} fails its status check`, nodeGroupTimings.statusCheck)]
      : []),
  ];
}

/** A fault that is read when something is launched. */
const readLater = (broken: string, mended: string): FaultRule => ({
  text: (target, on) => `${on ? broken : mended} ${nameIn(target)}`,
  effects: () => [],
});

const nodesIn = (world: World, zone: Id): readonly Stored<'Node'>[] =>
  [...every(world, 'Node')].filter(({ body }) => body.metadata.labels?.['topology.kubernetes.io/zone'] === zone);

/** What may break about nodes and their groups. */
export const nodeGroupFaults: Readonly<Record<string, FaultRule>> = {
  [INSTANCE_FAILED]: {
    text: (target, on) => (on ? `fail the EC2 instance of ${nameIn(target)}` : `mend the EC2 instance of ${nameIn(target)}`),
    effects: (target, on, world) => {
      const node = find(world, 'Node', target);
      return node === undefined || (!on && isCutOff(world, target)) ? [] : switched(world, node, on);
    },
  },
  [ZONE_LOST]: {
    text: (target, on) => (on ? `lose the zone ${target}` : `bring the zone ${target} back`),
    effects: (target, on, world) => [
      patch(target, { State: on ? 'unavailable' : 'available' }),
      ...nodesIn(world, target)
        .filter(({ id }) => on || !isCutOff(world, id))
        .flatMap((node) => switched(world, node, on)),
    ],
  },
  [CAPACITY_MISSING]: readLater('leave EC2 without capacity for', 'give EC2 capacity for'),
  [NODES_DO_NOT_JOIN]: readLater('break the node role of', 'mend the node role of'),
  [BUDGET_BLOCKS]: {
    text: (target, on) => (on ? `let ${nameIn(target)} ask for every pod` : `let ${nameIn(target)} spare one pod`),
    effects: (target, on, world) => {
      const spec = on ? { maxUnavailable: 0 } : { maxUnavailable: 1 };
      return [
        ask(world, { type: 'object.patch', id: target, change: { spec } }, `maxUnavailable of ${nameIn(target)}: ${spec.maxUnavailable}`),
      ];
    },
  },
};
