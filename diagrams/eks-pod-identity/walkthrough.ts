import type { Act } from '../../src/model/api-call.ts';
import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { identityId } from '../../src/simulation/eks/pod-identity/caller-identity.ts';
import { idOf } from '../../src/simulation/eks/start.ts';
import { annotate, ask, associate, deleteCall } from './calls.ts';
import { arnOfRole, associationId, nodeIds, plan } from './cluster.ts';

/** The first pods of two workloads: their names follow from the seed of the scenario. */
const ORDERS = 'orders-5ddd8ccc76-4v4v6';
const REPORTS = 'reports-6ff845b96-c4b4w';
const STOCK = 'stock-697c7448b6-8wc8x';

const pod = (name: string): string => idOf(plan, 'Pod', name, 'shop');
const account = (name: string): string => idOf(plan, 'ServiceAccount', name, 'shop');
const asks = (workload: string): Act => ({ call: ask(workload) });
const answer = (workload: string, where: Where): Goal => ({
  kind: 'sts-caller-identity',
  where: { id: identityId(`shop/${workload}`), ...where },
  count: { equals: 1 },
});

/** Three workloads and three answers, then what a change reaches, and what it does not. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 1_000,
    text: 'A pod of orders asks STS who it is. Its service account has an annotation with a role, so it carries a token for STS. This is IRSA: the role trusts the OIDC provider of the cluster, for this one service account.',
    acts: [asks('orders')],
    then: [answer('orders', { status: 'Allowed', 'details.source': 'IRSA' })],
    look: pod(ORDERS),
  },
  {
    at: 10_000,
    text: 'stock has no annotation. An association of the cluster gives its service account a role. Its SDK asks the agent of its node, and EKS assumes the role for it. This is Pod Identity.',
    acts: [asks('stock')],
    then: [answer('stock', { status: 'Allowed', 'details.source': 'Pod Identity' })],
    look: associationId,
  },
  {
    at: 20_000,
    text: 'reports has neither, and is somebody all the same: it takes the role of the node from the instance metadata. Every pod of the node can do that.',
    acts: [asks('reports')],
    then: [answer('reports', { status: 'Allowed', 'details.source': 'Instance metadata' })],
    look: arnOfRole('node-role'),
  },
  {
    at: 30_000,
    text: 'With a hop limit of 1 the metadata answers no pod any more. Now reports is nobody.',
    acts: [...nodeIds.map((target) => ({ fault: 'metadata-closed', target, on: true })), asks('reports')],
    then: [answer('reports', { status: 'Denied', reason: 'NoCredentials' })],
    look: pod(REPORTS),
  },
  {
    at: 40_000,
    text: 'You associate its service account with a role, and it asks again. Nothing has changed: the variables and the token come into a pod when it is created.',
    acts: [{ call: associate('reports', 'reports') }, asks('reports')],
    then: [answer('reports', { status: 'Denied', reason: 'NoCredentials' })],
    look: account('reports'),
  },
  {
    at: 50_000,
    text: 'So you delete the pod. The one that takes its place was created after the association.',
    acts: [{ call: deleteCall(REPORTS) }],
    then: [{ kind: 'k8s-pod', where: { health: 'Ready' }, count: { equals: 3 } }],
    look: account('reports'),
  },
  {
    at: 80_000,
    text: 'It asks, and is somebody.',
    acts: [asks('reports')],
    then: [answer('reports', { status: 'Allowed', 'details.source': 'Pod Identity' })],
    look: identityId('shop/reports'),
  },
  {
    at: 90_000,
    text: 'Somebody annotates orders with the role of billing, and the pod is replaced.',
    acts: [{ call: annotate('orders', 'billing') }, { call: deleteCall(ORDERS) }],
    then: [{ kind: 'k8s-pod', where: { health: 'Ready' }, count: { equals: 3 } }],
    look: account('orders'),
  },
  {
    at: 120_000,
    text: 'STS knows the token. But its sub is shop/orders, and the role trusts billing/invoices alone: AccessDenied. An annotation is a wish; the trust policy decides.',
    acts: [asks('orders')],
    then: [answer('orders', { status: 'Denied', reason: 'AccessDenied' })],
    look: arnOfRole('billing'),
  },
  {
    at: 130_000,
    text: 'The process in stock has read its token once and never again. The kubelet has long renewed the file. When the old token has run out, EKS refuses it.',
    acts: [{ fault: 'token-kept', target: pod(STOCK), on: true }, asks('stock')],
    then: [answer('stock', { status: 'Denied', reason: 'ExpiredTokenException' })],
    look: pod(STOCK),
  },
  {
    at: 150_000,
    text: 'A process that reads the file anew gets credentials at once. Today’s SDKs do so by themselves.',
    acts: [{ fault: 'token-kept', target: pod(STOCK), on: false }, asks('stock')],
    then: [answer('stock', { status: 'Allowed', 'details.source': 'Pod Identity' })],
    look: pod(STOCK),
  },
];
