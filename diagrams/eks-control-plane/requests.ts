import type { KubernetesCall } from '../../src/model/api-call.ts';
import type { Id } from '../../src/model/json.ts';

/** A request that anybody may try, as kubectl writes and sends it. */
interface Request {
  readonly value: string;
  readonly command: string;
  readonly call: Omit<KubernetesCall, 'api'>;
}

const deployment = '/apis/apps/v1/namespaces/shop/deployments/web';

const scaled = (replicas: number): Request => ({
  value: `scale-${replicas}`,
  command: `kubectl scale deployment/web --replicas=${replicas} -n shop`,
  call: { verb: 'patch', path: `${deployment}/scale`, body: { spec: { replicas } } },
});

/** The requests on offer, by their commands. */
export const requests: readonly Request[] = [
  { value: 'pods', command: 'kubectl get pods -n shop', call: { verb: 'get', path: '/api/v1/namespaces/shop/pods' } },
  { value: 'secrets', command: 'kubectl get secrets -n shop', call: { verb: 'get', path: '/api/v1/namespaces/shop/secrets' } },
  { value: 'system-pods', command: 'kubectl get pods -n kube-system', call: { verb: 'get', path: '/api/v1/namespaces/kube-system/pods' } },
  { value: 'nodes', command: 'kubectl get nodes', call: { verb: 'get', path: '/api/v1/nodes' } },
  scaled(3),
  scaled(2),
  {
    value: 'debug',
    command: 'kubectl run debug --image=tools:1 -n shop',
    call: {
      verb: 'create',
      path: '/api/v1/namespaces/shop/pods',
      body: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'debug' }, spec: { containers: [{ name: 'debug', image: 'tools:1' }] } },
    },
  },
  {
    value: 'stale',
    command: 'kubectl replace -f web.yaml, read before the last change',
    call: { verb: 'patch', path: deployment, body: { metadata: { resourceVersion: '1' }, spec: { replicas: 5 } } },
  },
];

/** Where a command is typed. */
export const places = { laptop: '198.51.100.24', vpc: '10.0.9.5' } as const;

/** A request as somebody sends it from a place. */
export function sent(value: string, by: Id, from: string): KubernetesCall {
  const wanted = requests.find((request) => request.value === value) ?? requests[0];
  if (wanted === undefined) throw new Error('diagrams/eks-control-plane/requests.ts offers no request; add one.');
  return { api: 'kubernetes', ...wanted.call, by, from };
}

/** The command of a request. */
export const commandOf = (value: string): string => requests.find((request) => request.value === value)?.command ?? '';
