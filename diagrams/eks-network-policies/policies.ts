import type { KubernetesCall } from '../../src/model/api-call.ts';
import type { JsonObject } from '../../src/model/json.ts';

/** The policies on offer, all of shop, by name. */
const specs = {
  'deny-ingress': { podSelector: {}, policyTypes: ['Ingress'] },
  'deny-egress': { podSelector: {}, policyTypes: ['Egress'] },
  'web-to-api': {
    podSelector: { matchLabels: { app: 'api' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: { matchLabels: { tier: 'frontend' } } }], ports: [{ protocol: 'TCP', port: 'http' }] }],
  },
  'api-to-db': {
    podSelector: { matchLabels: { app: 'db' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: { matchLabels: { app: 'api' } } }], ports: [{ protocol: 'TCP', port: 5432 }] }],
  },
  'from-monitoring': {
    podSelector: {},
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
        ports: [{ protocol: 'TCP', port: 8080, endPort: 8090 }],
      },
    ],
  },
  'from-outside': {
    podSelector: { matchLabels: { app: 'web' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['198.51.100.0/24'] } }], ports: [{ protocol: 'TCP', port: 8080 }] }],
  },
  'to-dns': {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
            podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
        ],
        ports: [
          { protocol: 'UDP', port: 53 },
          { protocol: 'TCP', port: 53 },
        ],
      },
    ],
  },
  'to-shop': { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ podSelector: {} }] }] },
} as const satisfies Readonly<Record<string, JsonObject>>;

export type PolicyName = keyof typeof specs;

const labels: Readonly<Record<PolicyName, string>> = {
  'deny-ingress': 'deny-ingress: all pods, no rule',
  'deny-egress': 'deny-egress: all pods, no rule',
  'web-to-api': 'web-to-api: from tier=frontend',
  'api-to-db': 'api-to-db: from app=api',
  'from-monitoring': 'from-monitoring: a namespace',
  'from-outside': 'from-outside: addresses, except some',
  'to-dns': 'to-dns: UDP and TCP 53',
  'to-shop': 'to-shop: any pod of shop',
};

const isPolicy = (word: string): word is PolicyName => word in specs;

/** The policies as a choice. */
export const policyOptions = Object.entries(labels).map(([value, label]) => ({ value, label }));

/** The request of `kubectl apply` for one of the policies. */
export function applyCall(word: string): KubernetesCall {
  const name = isPolicy(word) ? word : 'deny-ingress';
  const body = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec: specs[name] };
  return { api: 'kubernetes', verb: 'create', path: '/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies', body };
}
