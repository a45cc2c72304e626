import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { clusterId, deploymentId, nodeIds } from '../web-on-eks-cluster.ts';

const [firstNode = ''] = nodeIds;
const leader = `${clusterId}/etcd-1`;
const ZONE = 'eu-west-1b';

const pods = (where: Where, equals: number): Goal => ({ kind: 'k8s-pod', where, count: { equals } });
const members = (status: string, equals: number): Goal => ({ kind: 'k8s-etcd-member', where: { status }, count: { equals } });
const nodes = (status: string, equals: number): Goal => ({ kind: 'k8s-node', where: { status }, count: { equals } });
const available = (equals: number): Goal => ({ measure: 'pods.available', is: { equals } });

/** One wish goes through every part once; then a member of etcd, a node and a zone are lost. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'You scale web from 3 to 4. kubectl talks to the API server and to nobody else. It stores the new number in etcd, which copies it to its members in three zones.',
    acts: [
      {
        call: {
          api: 'kubernetes',
          verb: 'patch',
          path: '/apis/apps/v1/namespaces/default/deployments/web/scale',
          body: { spec: { replicas: 4 } },
        },
      },
    ],
    then: [{ measure: 'pods.wanted', is: { equals: 4 } }],
    until: 400,
    look: `${clusterId}#kube-apiserver`,
  },
  {
    at: 500,
    text: 'The watch wakes one controller after the other. The Deployment controller raises the number of the ReplicaSet, the ReplicaSet controller writes a fourth pod, and the scheduler writes a node into it. None of them talks to another.',
    then: [pods({}, 4)],
    until: 2_900,
    look: `${clusterId}#kube-scheduler`,
  },
  {
    at: 3_000,
    text: 'The kubelet on that EC2 instance sees a pod that is bound to its node. It pulls the image, starts the container and reports: now there are four pods available.',
    then: [available(4), pods({ status: 'Running', health: 'Ready' }, 4)],
    look: deploymentId,
  },
  {
    at: 30_000,
    text: 'The etcd member that leads is lost. The two others are a majority and elect another leader. The pods never notice.',
    acts: [{ fault: 'etcd-member-lost', target: leader, on: true }],
    then: [members('Lost', 1), members('Leader', 1), available(4)],
    look: leader,
  },
  {
    at: 45_000,
    text: 'EKS puts another member in its place. The control plane belongs to AWS, so this is nothing that you would do.',
    acts: [{ fault: 'etcd-member-lost', target: leader, on: false }],
    then: [members('Lost', 0), members('Leader', 1)],
    look: leader,
  },
  {
    at: 70_000,
    text: 'A node is cut off. This one is yours. For 50 seconds nothing happens, because silence is all that the control plane could notice.',
    acts: [{ fault: 'node-lost', target: firstNode, on: true }],
    then: [nodes('Ready', 3), available(4)],
    until: 119_000,
    look: firstNode,
  },
  {
    at: 122_000,
    text: 'The node lifecycle controller gives up waiting. It sets Ready to Unknown and taints the node, and its pods stop counting as available. Each may stay for 300 seconds more.',
    then: [nodes('Unknown', 1), { measure: 'pods.available', is: { atMost: 3 } }],
    until: 400_000,
    look: `${clusterId}#node-lifecycle-controller`,
  },
  {
    at: 425_000,
    text: 'The 300 seconds are over. The pods of the node are marked for deletion, and the same three parts as at the beginning make others on the nodes that are left.',
    then: [available(4), nodes('Unknown', 1)],
    look: deploymentId,
  },
  {
    at: 480_000,
    text: 'The node is connected again, its kubelet ends the marked pods, and it takes new ones.',
    acts: [{ fault: 'node-lost', target: firstNode, on: false }],
    then: [nodes('Ready', 3), pods({}, 4)],
    look: firstNode,
  },
  {
    at: 520_000,
    text: 'A whole zone is lost, with an API server, a member of etcd and a node. The control plane goes on with what it has in the others. For your pods it is one more node that falls silent.',
    acts: [{ fault: 'zone-lost', target: ZONE, on: true }],
    then: [
      members('Lost', 1),
      members('Leader', 1),
      { kind: 'k8s-api-server-instance', where: { status: 'Serving' }, count: { equals: 1 } },
      nodes('Unknown', 1),
    ],
    look: ZONE,
  },
];
