import type { Goal } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { flowId, NOT_ENFORCING } from '../../src/simulation/eks/network-policy/try-flow.ts';
import { clusterId, policyId } from './cluster.ts';
import { connect, targetOf } from './connections.ts';
import type { PolicyName } from './policies.ts';
import { applyCall } from './policies.ts';

const idOfTry = (from: string, target: string): string => flowId(from, targetOf(target).to, targetOf(target).port);
const verdict = (from: string, target: string, status: 'Allowed' | 'Denied'): Goal => ({
  kind: 'network-flow',
  where: { id: idOfTry(from, target), status },
  count: { equals: 1 },
});
const tries = (at: number, text: string, from: string, target: string, status: 'Allowed' | 'Denied'): WalkthroughStep => ({
  at,
  text,
  acts: [{ call: connect(from, target) }],
  then: [verdict(from, target, status)],
  look: idOfTry(from, target),
});
const applies = (at: number, text: string, name: PolicyName): WalkthroughStep => ({
  at,
  text,
  acts: [{ call: applyCall(name) }],
  then: [{ kind: 'k8s-network-policy', where: { name }, count: { equals: 1 } }],
  look: policyId(name),
});

/** From all may talk to all, to each may talk to whom it needs; then nothing enforces it. */
export const walkthrough: readonly WalkthroughStep[] = [
  tries(1_000, 'web connects to db. No policy selects either, so nothing is in the way.', 'shop/web', 'db', 'Allowed'),
  applies(10_000, 'A policy selects every pod of shop for ingress and has no rule. From now on each is isolated.', 'deny-ingress'),
  tries(15_000, 'api connects to db, which it needs. It is denied on ingress, by the policy that isolates db.', 'shop/api', 'db', 'Denied'),
  applies(25_000, 'A second policy for db lets pods with app=api in, at one port. Policies add up: the first still stands.', 'api-to-db'),
  tries(30_000, 'api tries again, and is let in.', 'shop/api', 'db', 'Allowed'),
  tries(35_000, 'web has another label, so for it nothing has changed since db was isolated.', 'shop/web', 'db', 'Denied'),
  applies(45_000, 'Now every pod of shop is isolated for egress too.', 'deny-egress'),
  tries(50_000, 'api looks up a name, and even that is denied. This is what people forget.', 'shop/api', 'dns', 'Denied'),
  applies(60_000, 'A policy lets all pods of shop reach the DNS of the cluster.', 'to-dns'),
  tries(65_000, 'The name is found.', 'shop/api', 'dns', 'Allowed'),
  tries(70_000, 'To db the way in is open, but the way out of api is not. Both ends must allow a connection.', 'shop/api', 'db', 'Denied'),
  applies(80_000, 'The last policy opens the way out to pods of shop.', 'to-shop'),
  tries(85_000, 'api reaches db again.', 'shop/api', 'db', 'Allowed'),
  {
    at: 95_000,
    text: 'The enforcement of policies is turned off in the network plugin. All policies are still stored.',
    acts: [{ fault: NOT_ENFORCING, target: clusterId, on: true }],
    then: [{ kind: 'k8s-network-policy', count: { equals: 5 } }],
    look: clusterId,
  },
  tries(100_000, 'web connects to db, and nothing stops it. kubectl shows every policy as before.', 'shop/web', 'db', 'Allowed'),
];
