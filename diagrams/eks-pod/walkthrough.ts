import type { Act } from '../../src/model/api-call.ts';
import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { idOf } from '../../src/simulation/eks/start.ts';
import { deploymentId, plan } from './cluster.ts';

/** The first pod of the Deployment: its name follows from the seed of the scenario. */
const NAME = 'web-5b955f8c67-xv5zd';
const pod = idOf(plan, 'Pod', NAME);
const container = (name: string): string => `${pod}#${name}`;

const isPod = (where: Where): Goal => ({ kind: 'k8s-pod', where: { 'details.fullName': NAME, ...where }, count: { equals: 1 } });
const one = (name: string, where: Where): Goal => ({ kind: 'k8s-container', where: { name, ...where }, count: { equals: 1 } });
const breaks = (fault: string, on: boolean): Act => ({ fault, target: container('app'), on });

/** A pod from Pending to its deletion, with what may happen to it on the way. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'The pod has a node. Its kubelet makes the sandbox, which gives all three containers one address. Nothing runs yet, so the phase is Pending.',
    then: [isPod({ status: 'Pending', reason: 'Init:0/2' }), one('app', { reason: 'PodInitializing' })],
    until: 5_000,
    look: pod,
  },
  {
    at: 6_700,
    text: 'migrate runs. It is an init container: it has to end with 0 before anything else may begin.',
    then: [one('migrate', { status: 'Running' }), one('proxy', { status: 'Waiting' })],
    until: 10_000,
    look: container('migrate'),
  },
  {
    at: 10_700,
    text: 'migrate is done. proxy is an init container too, but with restartPolicy Always: a sidecar. The next begins when its startup probe passes, and it goes on running.',
    then: [one('migrate', { status: 'Terminated', reason: 'Completed' }), one('proxy', { status: 'Running', health: 'Ready' })],
    until: 23_000,
    look: container('proxy'),
  },
  {
    at: 23_100,
    text: 'Now app is pulled and started. Until its startup probe passes, no other probe asks it anything.',
    then: [isPod({ status: 'Running', health: 'Ready' }), { measure: 'pods.available', is: { equals: 1 } }],
    until: 40_000,
    look: container('app'),
  },
  {
    at: 60_000,
    text: 'The readiness probe of app fails. After the third failure in a row the pod is NotReady and gets no traffic. Nothing is restarted.',
    acts: [breaks('readiness-probe-fails', true)],
    then: [isPod({ status: 'Running', health: 'NotReady', 'details.restarts': 0 })],
    look: pod,
  },
  {
    at: 110_000,
    text: 'It passes again, and one success is enough.',
    acts: [breaks('readiness-probe-fails', false)],
    then: [isPod({ status: 'Running', health: 'Ready', 'details.restarts': 0 })],
    look: pod,
  },
  {
    at: 140_000,
    text: 'The liveness probe fails. After the third failure the kubelet stops the container, with its hook and SIGTERM, and starts it again: same pod, same node, same address.',
    acts: [breaks('liveness-probe-fails', true)],
    then: [isPod({ 'details.restarts': 1 })],
    until: 178_000,
    look: container('app'),
  },
  {
    at: 180_000,
    text: 'You mend what hung before the next three failures.',
    acts: [breaks('liveness-probe-fails', false)],
    then: [isPod({ status: 'Running', health: 'Ready', 'details.restarts': 1 })],
    look: pod,
  },
  {
    at: 220_000,
    text: 'app exits with 1 soon after each start. It is not the first end in a row, so the kubelet waits before the next start: 10 seconds, then 20, then 40. The word is CrashLoopBackOff, the phase stays Running.',
    acts: [breaks('container-crashes', true)],
    then: [isPod({ status: 'Running', reason: 'CrashLoopBackOff' }), one('app', { status: 'Waiting', reason: 'CrashLoopBackOff' })],
    until: 280_000,
    look: container('app'),
  },
  {
    at: 290_000,
    text: 'You mend it. Nothing happens at once: the kubelet waits out the pause, then starts it.',
    acts: [breaks('container-crashes', false)],
    then: [isPod({ status: 'Running', health: 'Ready' })],
    look: container('app'),
  },
  {
    at: 420_000,
    text: 'You delete the pod. It stops counting at once, so the ReplicaSet makes another. Here app gets its preStop hook and then SIGTERM; proxy, the sidecar, keeps running until app has ended.',
    acts: [{ call: { api: 'kubernetes', verb: 'delete', path: `/api/v1/namespaces/default/pods/${NAME}` } }],
    then: [isPod({ reason: 'Terminating' }), { kind: 'k8s-pod', count: { equals: 2 } }],
    until: 430_000,
    look: pod,
  },
  {
    at: 435_000,
    text: 'All containers have ended, so the kubelet has the object removed. The new pod has another name, another address, and no memory of the old.',
    then: [
      { kind: 'k8s-pod', count: { equals: 1 } },
      { kind: 'k8s-pod', where: { 'details.fullName': NAME }, count: { equals: 0 } },
      { measure: 'pods.available', is: { equals: 1 } },
    ],
    look: deploymentId,
  },
];
