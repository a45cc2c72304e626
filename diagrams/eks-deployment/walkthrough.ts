import type { Goal, Where } from '../../src/model/goal.ts';
import type { Act } from '../../src/model/api-call.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { idOf } from '../../src/simulation/eks/start.ts';
import { clusterId, deploymentId, nodeIds, plan } from '../web-on-eks-cluster.ts';

const [firstNode = ''] = nodeIds;
const webPath = '/apis/apps/v1/namespaces/default/deployments/web';

const patchWeb = (container: JsonObject): Act => ({
  call: {
    api: 'kubernetes',
    verb: 'patch',
    path: webPath,
    body: { spec: { template: { spec: { containers: [{ name: 'web', ...container }] } } } },
  },
});
const setImage = (image: string): Act => patchWeb({ image });

const available = (is: { readonly equals?: number; readonly atLeast?: number }): Goal => ({ measure: 'pods.available', is });
const failed = (is: { readonly equals?: number; readonly atLeast?: number }): Goal => ({ measure: 'requests.failed', is });
const pods = (where: Where, equals: number): Goal => ({ kind: 'k8s-pod', where, count: { equals } });

/** A rollout that works, one that cannot, and a node that falls silent. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Somebody has just scaled web from 3 to 4. Nobody told the fourth pod where to run: the scheduler chose a node, and the kubelet there is creating its container.',
    then: [pods({ status: 'Running', health: 'Ready' }, 4), available({ equals: 4 })],
    look: deploymentId,
  },
  {
    at: 20_000,
    text: 'You set the image to web:8. That changes the pod template, so the Deployment controller makes a second ReplicaSet. It may have one pod too many and do without one: 25 % of 4, each way. No request fails, since the Service leaves out what is not ready.',
    acts: [setImage('web:8')],
    then: [
      pods({ 'details.image': 'web:8', health: 'Ready' }, 4),
      { kind: 'k8s-deployment', where: { status: 'Complete' }, count: { equals: 1 } },
      failed({ equals: 0 }),
    ],
    look: deploymentId,
  },
  {
    at: 80_000,
    text: 'You mistype the next tag. The registry has no web:nine, so the two new pods cannot start. The three old ones stay, because the controller must not go below 3 available.',
    acts: [setImage('web:nine')],
    then: [pods({ reason: 'ImagePullBackOff' }, 2), pods({ 'details.image': 'web:8', health: 'Ready' }, 3), available({ equals: 3 })],
    look: deploymentId,
  },
  {
    at: 150_000,
    text: 'A Deployment never turns back by itself. You undo the rollout: the ReplicaSet of web:8 is still there and gets its fourth pod again.',
    acts: [patchWeb({ image: 'web:8', resources: { requests: { cpu: '500m', memory: '256Mi' } } })],
    then: [pods({ 'details.image': 'web:8', health: 'Ready' }, 4), pods({ reason: 'ImagePullBackOff' }, 0), available({ equals: 4 })],
    look: deploymentId,
  },
  {
    at: 200_000,
    text: 'A node is cut off. For 50 seconds nobody knows: its pods still count as ready, because the last thing that the API server heard of them is that they were. So requests go on to them, and fail.',
    acts: [{ fault: 'node-lost', target: firstNode, on: true }],
    then: [available({ equals: 4 }), failed({ atLeast: 1 })],
    until: 249_000,
    look: firstNode,
  },
  {
    at: 252_000,
    text: 'The node lifecycle controller has heard nothing for 50 seconds. It sets Ready to Unknown, taints the node and marks its pods as not ready. The Service leaves them out. They are not replaced yet: each tolerates the taint for 300 seconds.',
    then: [
      { kind: 'k8s-node', where: { status: 'Unknown' }, count: { equals: 1 } },
      available({ atLeast: 2 }),
      { measure: 'pods.available', is: { atMost: 3 } },
      failed({ equals: 0 }),
    ],
    look: `${clusterId}#node-lifecycle-controller`,
  },
  {
    at: 549_000,
    text: 'The 300 seconds are over and the pods are marked for deletion. From that moment they no longer count, so the ReplicaSet controller makes others. Those marked stay Terminating: no kubelet can say that they have stopped.',
    then: [available({ equals: 4 }), { kind: 'k8s-pod', where: { reason: 'Terminating' }, count: { atLeast: 1 } }],
    look: deploymentId,
  },
  {
    at: 620_000,
    text: 'The node is connected again. Its kubelet posts Ready, reads what it missed, ends the marked pods, and the taints go.',
    acts: [{ fault: 'node-lost', target: firstNode, on: false }],
    then: [
      { kind: 'k8s-node', where: { status: 'Ready' }, count: { equals: 3 } },
      pods({ reason: 'Terminating' }, 0),
      available({ equals: 4 }),
    ],
    look: firstNode,
  },
  {
    at: 660_000,
    text: 'You take the readiness probe out of the template, which is a rollout too. Without a probe a container counts as ready as soon as it runs. So the Service sends requests to processes that only start, and they fail.',
    acts: [patchWeb({ readinessProbe: null })],
    then: [failed({ atLeast: 1 })],
    until: 669_000,
    look: idOf(plan, 'Service', 'web'),
  },
  {
    at: 690_000,
    text: 'All processes have started, and no request fails any more. The Deployment is Complete and never noticed anything: to it the pods were available all the time.',
    then: [{ kind: 'k8s-deployment', where: { status: 'Complete' }, count: { equals: 1 } }, failed({ equals: 0 })],
    look: deploymentId,
  },
];
