import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { configure, kubectl, terminate, updateCluster, updateNodes, useImage } from './calls.ts';
import { autoScalingId, budgetId, clusterId, groupId, nodeId, ownGroupId, ownNodes } from './cluster.ts';

const [own] = ownNodes;
const ownNode = nodeId(own?.address ?? '');
const OWN_INSTANCE = 'i-00000000001001200';

const available = (atLeast: number): Goal => ({ measure: 'pods.available', is: { atLeast } });
const nodes = (where: Where, equals: number): Goal => ({ kind: 'k8s-node', where, count: { equals } });
const group = (where: Where): Goal => ({ kind: 'eks-nodegroup', where, count: { equals: 1 } });
const older = (equals: number): Goal => ({ measure: 'nodes.older', is: { equals } });

/** A cluster is updated: the control plane, then a managed group in its four phases, then a node by hand. Then a machine, EC2 and a budget stand in the way. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'You update the control plane from 1.35 to 1.36. EKS replaces its API servers one by one. No node is touched.',
    acts: [{ call: updateCluster('1.36') }],
    then: [{ kind: 'eks-cluster', where: { status: 'ACTIVE', 'details.version': '1.36' }, count: { equals: 1 } }, older(4), available(6)],
    look: clusterId,
  },
  {
    at: 60_000,
    text: 'Now the node group. Phase 1, setup: its Auto Scaling group gets a launch template version with the new AMI.',
    acts: [{ call: updateNodes(false) }],
    then: [group({ status: 'UPDATING', 'details.version': '1.35' }), older(4)],
    until: 67_000,
    look: groupId,
  },
  {
    at: 68_000,
    text: 'Phase 2, scale up: six more instances, two a zone. Each registers as a NotReady node, gets its DaemonSet pod with the network plugin, and then is Ready.',
    then: [nodes({ status: 'Ready' }, 10), older(4), available(5)],
    look: autoScalingId,
  },
  {
    at: 118_000,
    text: 'Phase 3, upgrade: old nodes are cordoned, and drained one by one. The budget lets one pod of web go; the next waits until it is back. After a pause the instance goes.',
    then: [older(1), available(5), group({ status: 'UPDATING' })],
    look: groupId,
  },
  {
    at: 356_000,
    text: 'Phase 4, scale down: no old node is left. One by one nodes are drained and go, until the group has its three.',
    then: [group({ status: 'ACTIVE', 'details.version': '1.36' }), nodes({ status: 'Ready' }, 4), available(6)],
    look: autoScalingId,
  },
  {
    at: 470_000,
    text: 'Your own node is still at 1.35. You choose the new AMI, then drain the node yourself.',
    acts: [{ call: useImage('1.36') }, { call: kubectl('drain', ownNode) }],
    then: [nodes({ reason: 'SchedulingDisabled', id: ownNode }, 1), older(1), available(6)],
    look: ownNode,
  },
  {
    at: 510_000,
    text: 'Only its DaemonSet pod is left. You terminate the instance, and its group launches one with the new AMI.',
    acts: [{ call: terminate(OWN_INSTANCE) }],
    then: [older(0), nodes({ status: 'Ready' }, 4)],
    look: ownGroupId,
  },
  {
    at: 600_000,
    text: 'The machine of a managed node fails. Nobody drains it, so no budget holds. After 50 seconds the node is Unknown; after the EC2 status check its group replaces the instance.',
    acts: [{ fault: 'instance-failed', target: nodeId('10.0.3.45'), on: true }],
    then: [nodes({ status: 'Ready' }, 4), available(6), group({ status: 'ACTIVE' })],
    until: 880_000,
    look: autoScalingId,
  },
  {
    at: 900_000,
    text: 'You ask for a fourth node while EC2 has none of this type. The group is DEGRADED, and its health issue says why.',
    acts: [{ fault: 'capacity-missing', target: autoScalingId, on: true }, { call: configure({ scalingConfig: { desiredSize: 4 } }) }],
    then: [group({ status: 'DEGRADED', reason: 'AsgInstanceLaunchFailures' }), nodes({ status: 'Ready' }, 4)],
    look: groupId,
  },
  {
    at: 1_020_000,
    text: 'EC2 has capacity again. The next attempt works.',
    acts: [{ fault: 'capacity-missing', target: autoScalingId, on: false }],
    then: [group({ status: 'ACTIVE' }), nodes({ status: 'Ready' }, 5)],
    look: groupId,
  },
  {
    at: 1_140_000,
    text: 'Somebody sets the budget of web to maxUnavailable 0, and you update the nodes once more. The first drain cannot end: every eviction is refused.',
    acts: [{ fault: 'budget-blocks', target: budgetId, on: true }, { call: updateNodes(false) }],
    then: [{ kind: 'eks-update', where: { status: 'InProgress' }, count: { equals: 1 } }, available(6)],
    until: 2_000_000,
    look: budgetId,
  },
  {
    at: 2_120_000,
    text: 'After fifteen minutes EKS gives up with PodEvictionFailure. The old nodes take pods again, and the spare ones go.',
    then: [
      { kind: 'eks-update', where: { status: 'Failed', reason: 'PodEvictionFailure' }, count: { equals: 1 } },
      group({ status: 'ACTIVE' }),
      nodes({ status: 'Ready' }, 5),
      available(6),
    ],
    look: groupId,
  },
];
