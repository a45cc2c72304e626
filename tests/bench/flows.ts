import type { Flow, NetworkPolicy, PolicyObjects } from '../../src/simulation/eks/network-policy/allows-flow.ts';
import { allowsFlow } from '../../src/simulation/eks/network-policy/allows-flow.ts';

const FLOWS = 10_000;
const apps = ['web', 'api', 'db'];
const spaces = Array.from({ length: 10 }, (_, index) => `shop-${index}`);

const policies = spaces.flatMap((namespace): readonly NetworkPolicy[] => [
  { metadata: { name: 'deny', namespace }, spec: { policyTypes: ['Ingress', 'Egress'] } },
  { metadata: { name: 'out', namespace }, spec: { policyTypes: ['Egress'], egress: [{ to: [{ podSelector: {} }] }] } },
  {
    metadata: { name: 'api-to-db', namespace },
    spec: {
      podSelector: { matchLabels: { app: 'db' } },
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'api' } } }], ports: [{ port: 5432 }] }],
    },
  },
]);

const objects: PolicyObjects = {
  namespaces: spaces.map((name) => ({ metadata: { name } })),
  pods: spaces.flatMap((namespace) => apps.map((app) => ({ metadata: { name: app, namespace, labels: { app } } }))),
  networkPolicies: policies,
};

const podAt = (index: number): string => `${spaces[index % spaces.length] ?? ''}/${apps[index % apps.length] ?? ''}`;
const flows = Array.from({ length: FLOWS }, (_, index): Flow => {
  const far = (index >> 5) % (spaces.length * apps.length);
  return { from: { pod: podAt(index) }, to: { pod: podAt(far) }, port: 5432, protocol: 'TCP' };
});

/** The same rules by hand: only in one namespace, only from api to db. */
function plainly({ from, to, port }: Flow): boolean {
  if (!('pod' in from) || !('pod' in to)) return false;
  const [[fromSpace, fromApp], [toSpace, toApp]] = [from.pod.split('/'), to.pod.split('/')];
  for (const { metadata, spec } of policies) {
    const rule = spec.ingress?.[0];
    if (rule === undefined || metadata.namespace !== toSpace || fromSpace !== toSpace) continue;
    const source = rule.from?.[0]?.podSelector?.matchLabels?.['app'];
    if (toApp === spec.podSelector?.matchLabels?.['app'] && fromApp === source && rule.ports?.[0]?.port === port) return true;
  }
  return false;
}

function rate(decide: (flow: Flow) => boolean): number {
  for (const flow of flows) decide(flow);
  const start = performance.now();
  for (const flow of flows) decide(flow);
  return Math.round(FLOWS / (performance.now() - start));
}

const full = (flow: Flow): boolean => allowsFlow(objects, flow).allowed;
const [allowed, alike] = [flows.filter(full).length, flows.every((flow) => full(flow) === plainly(flow))];
if (allowed === 0 || !alike)
  throw new Error(`${allowed} flows were allowed, alike: ${alike}; the bench's loop and its policies do not fit.`);
console.log(`${FLOWS} flows: ${rate(full)} a ms with the policies that decide; ${rate(plainly)} a ms in a plain loop over the same rules`);
