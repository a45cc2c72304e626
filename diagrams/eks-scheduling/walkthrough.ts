import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { nodeName } from '../../src/simulation/eks/start.ts';
import { askOfNodes, changeNode, createUrgent, scale } from './calls.ts';
import { clusterId, deploymentId, nodeId, plan } from './cluster.ts';
import { ruled } from './rules.ts';

const pods = (where: Where, equals: number): Goal => ({ kind: 'k8s-pod', where, count: { equals } });
const on = (address: string, equals: number): Goal => pods({ 'details.node': nodeName(plan, address) }, equals);
const unschedulable = (equals: number): Goal => pods({ reason: 'Unschedulable' }, equals);
const available = (equals: number): Goal => ({ measure: 'pods.available', is: { equals } });

/** Room that runs out, a taint that is tolerated, and pods that have to go for others. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Somebody has just scaled web to 6. For each pod the scheduler first filters: the node in zone c has a taint that web does not tolerate. Among the other three it takes the one with the best score.',
    then: [pods({ status: 'Running', health: 'Ready' }, 6), on('10.0.3.77', 0)],
    look: `${clusterId}#kube-scheduler`,
  },
  {
    at: 15_000,
    text: 'You scale to 11. Each of the three nodes takes three pods, and two pods stay Pending. Their message counts the nodes by the reason that rejected them.',
    acts: [{ call: scale('web', 11) }],
    then: [unschedulable(2), available(9), on('10.0.3.77', 0)],
    look: deploymentId,
  },
  {
    at: 45_000,
    text: 'You let web tolerate the taint. That changes the pod template, so a rollout begins, and its pods may use the fourth node. A toleration permits the node. It does not ask for it.',
    acts: [{ call: askOfNodes('web', ruled('toleration', 'web')) }],
    then: [unschedulable(0), available(11)],
    look: nodeId('10.0.3.77'),
  },
  {
    at: 110_000,
    text: 'You add two urgent pods with a high priority. One fits. For the other the scheduler looks for a node where pods of lower priority can make room: one pod of web is preempted, and its replacement stays Pending.',
    acts: [{ call: createUrgent }],
    then: [pods({ 'details.image': 'urgent:1', health: 'Ready' }, 2), unschedulable(1), available(12)],
    look: clusterId,
  },
  {
    at: 160_000,
    text: 'You cordon a node of zone a and scale web to 8. Those that run stay where they are: a cordon, like a taint NoSchedule, is asked only when a pod needs a node.',
    acts: [{ call: changeNode(nodeName(plan, '10.0.1.12'), { unschedulable: true }) }, { call: scale('web', 8) }],
    then: [unschedulable(0), available(10), { kind: 'k8s-node', where: { reason: 'SchedulingDisabled' }, count: { equals: 1 } }],
    look: nodeId('10.0.1.12'),
  },
];
