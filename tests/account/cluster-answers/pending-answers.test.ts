import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/account/checks/kubernetes-clusters.ts';
import { pendingPods } from '../../../src/account/cluster-answers/pending-answers.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { evidencesOf } from '../checks/evidences.ts';
import { kubernetes } from '../checks/parts.ts';

const pod = (name: string, spec: JsonObject, status: JsonObject = { phase: 'Pending' }): JsonObject =>
  kubernetes('v1', 'Pod', name, 'shop', {
    labels: { app: 'web' },
    spec: { containers: [{ name: 'web', image: 'web:7', resources: { requests: { cpu: '1' } } }], ...spec },
    status,
  });
const node = (name: string, spec: JsonObject = {}): JsonObject =>
  kubernetes('v1', 'Node', name, '', {
    labels: { zone: name.at(-1) ?? '' },
    spec,
    status: { allocatable: { cpu: '2', memory: '4Gi', pods: '10' } },
  });
const tainted = { taints: [{ key: 'gpu', effect: 'NoSchedule' }] };
const running = (name: string, nodeName: string) => pod(name, { nodeName }, { phase: 'Running' });

const pending = (...objects: readonly JsonObject[]) => {
  const evidences = evidencesOf({ 'eks.objects': objects });
  const [cluster] = clustersOf(evidences);
  if (cluster === undefined) throw new Error('No cluster was read.');
  return pendingPods(evidences, cluster);
};

test('the filters of the scheduler say of each node in the files why it does not take a Pending pod', () => {
  const [one] = pending(pod('new', {}), node('node-a', tainted), node('node-b'), running('old-1', 'node-b'), running('old-2', 'node-b'));
  expect(one?.reckoned).toEqual({
    text: '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint(s).',
    nodes: [
      { node: 'node-a', because: 'node(s) had untolerated taint(s)' },
      { node: 'node-b', because: 'Insufficient cpu' },
    ],
  });
});

test('rules about other pods are reckoned over all nodes', () => {
  const apart = {
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', labelSelector: { matchLabels: { app: 'web' } } }],
      },
    },
  };
  const [one] = pending(pod('new', apart), node('node-a'), running('old', 'node-a'));
  expect(one?.reckoned?.text).toBe("0/1 nodes are available: 1 node(s) didn't match pod anti-affinity rules.");
});

test('a pod that has ended takes no room', () => {
  const ended = pod('done', { nodeName: 'node-a' }, { phase: 'Succeeded' });
  const [one] = pending(pod('new', {}), node('node-a'), running('old', 'node-a'), ended);
  expect(one?.reckoned?.text).toBe('By the files there is a node that would take it.');
});

test('without nodes in the files nothing is reckoned, and the words of the cluster stand', () => {
  const message = '0/3 nodes are available: 3 Insufficient memory.';
  const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }];
  expect(pending(pod('new', {}, { phase: 'Pending', conditions }))).toEqual([{ name: 'shop/new', because: message }]);
});
