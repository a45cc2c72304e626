import { expect, test } from 'vitest';
import { clustersOf } from '../../../src/account/checks/kubernetes-clusters.ts';
import { whoCanTalk } from '../../../src/account/cluster-answers/flow-answers.ts';
import { pendingPods } from '../../../src/account/cluster-answers/pending-answers.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { evidencesOf } from '../checks/evidences.ts';
import { goodObjects, kubernetes } from '../checks/parts.ts';

const pod = (name: string, namespace: string, app: string, more: JsonObject = {}): JsonObject =>
  kubernetes('v1', 'Pod', name, namespace, {
    labels: { app },
    spec: { containers: [{ name: app }] },
    status: { phase: 'Running' },
    ...more,
  });

const allowWeb = kubernetes('networking.k8s.io/v1', 'NetworkPolicy', 'web-in', 'shop', {
  spec: {
    podSelector: { matchLabels: { app: 'db' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ protocol: 'TCP', port: 5432 }] }],
  },
});
const objects = [...goodObjects, pod('front-1', 'shop', 'web'), pod('db-1', 'shop', 'db'), allowWeb];

const inFiles = (list: readonly JsonObject[]) => {
  const evidences = evidencesOf({ 'eks.objects': list });
  const [cluster] = clustersOf(evidences);
  if (cluster === undefined) throw new Error('No cluster was read.');
  return { evidences, cluster };
};
const ask = (from: string, to: string, port: number, list: readonly JsonObject[] = objects) => {
  const { evidences, cluster } = inFiles(list);
  return whoCanTalk(evidences, cluster, { from, to, port, protocol: 'TCP' });
};

test('a connection that a policy allows is allowed, by its name', () => {
  expect(ask('shop/front-1', 'shop/db-1', 5432)).toEqual({ verdict: 'allowed', because: 'By shop/web-in for ingress.' });
});

test('another port, and another direction, is denied by the policies that isolate', () => {
  expect(ask('shop/front-1', 'shop/db-1', 22)).toEqual({
    verdict: 'denied',
    because: 'For ingress isolated by shop/default-deny, shop/web-in, and no policy allows this.',
  });
  expect(ask('shop/db-1', 'shop/front-1', 80).verdict).toBe('denied');
});

test('a pod reaches itself, whatever isolates it', () => {
  expect(ask('shop/db-1', 'shop/db-1', 22).verdict).toBe('allowed');
});

test('without network policies in the files it is unknown who can talk to whom', () => {
  const without = objects.filter((one) => !JSON.stringify(one).includes('NetworkPolicy'));
  expect(ask('shop/front-1', 'shop/db-1', 5432, without)).toEqual({ verdict: 'unknown', because: 'The files lack networkpolicies.' });
});

test('a namespace of which the files hold no policy is unknown, not open', () => {
  expect(ask('shop/front-1', 'tools/ci-1', 80, [...objects, pod('ci-1', 'tools', 'ci')])).toEqual({
    verdict: 'unknown',
    because: 'The files lack the networkpolicies of tools and the namespace tools.',
  });
});

test('a Pending pod tells what the scheduler wrote, and one on a node that its containers have not started', () => {
  const message = '0/3 nodes are available: 3 Insufficient cpu.';
  const waiting = { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }] };
  const { evidences, cluster } = inFiles([
    pod('big-1', 'shop', 'big', { status: waiting }),
    pod('slow-1', 'shop', 'slow', { spec: { nodeName: 'node-1', containers: [] }, status: { phase: 'Pending' } }),
    pod('new-1', 'shop', 'new', { status: { phase: 'Pending' } }),
    pod('web-1', 'shop', 'web'),
  ]);
  expect(pendingPods(evidences, cluster)).toEqual([
    { name: 'shop/big-1', because: message },
    { name: 'shop/slow-1', because: 'It was given to the node node-1, and its containers have not started.' },
    { name: 'shop/new-1', because: undefined },
  ]);
});
