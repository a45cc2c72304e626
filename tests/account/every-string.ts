import { parseAllDocuments } from 'yaml';

const sentinel = (path: string): string => `sentinel<${path}>`;

/** Texts that say what an object is, or that Kubernetes reads as a number, a time or a name. */
const kept = /^(?:apiVersion|kind|name|namespace)$/;

/** A kubectl file as JSON in which each text but those that say what an object is stands for its path, and how many there are. */
export function marked(content: string): { readonly text: string; readonly offered: number } {
  let offered = 0;
  const mark = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      if (kept.test(path.slice(path.lastIndexOf('.') + 1))) return value;
      offered += 1;
      return sentinel(path);
    }
    if (Array.isArray(value)) return value.map((element: unknown): unknown => mark(element, path));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, mark(inner, `${path}.${field}`)]));
  };
  const items = parseAllDocuments(content).flatMap((document): readonly unknown[] => {
    const value: unknown = document.toJS();
    return value === null ? [] : [value];
  });
  const all = items.length === 1 ? items[0] : { apiVersion: 'v1', kind: 'List', items };
  return { text: JSON.stringify(mark(all, '')), offered };
}

const secret = (what: string): object => ({
  name: 'A',
  value: sentinel(what),
  valueFrom: { secretKeyRef: { name: sentinel(`${what} ref`) } },
});

const asks = (what: string): object => ({
  exec: { command: [sentinel(`${what} exec`)] },
  httpGet: { path: '/', httpHeaders: [{ name: 'Authorization', value: sentinel(`${what} header`) }] },
});

const spec = {
  containers: [
    {
      name: 'web',
      env: [secret('env')],
      envFrom: [{ secretRef: { name: sentinel('envFrom') } }],
      command: [sentinel('command')],
      args: [sentinel('args')],
      livenessProbe: asks('liveness'),
      lifecycle: { preStop: asks('preStop'), postStart: asks('postStart') },
    },
  ],
  initContainers: [{ name: 'init', env: [secret('init env')], command: [sentinel('init command')] }],
  ephemeralContainers: [{ name: 'debug', env: [secret('debug env')], args: [sentinel('debug args')] }],
  imagePullSecrets: [{ name: sentinel('pull') }],
  hostAliases: [{ ip: sentinel('alias') }],
  volumes: [
    { name: 'a', csi: { volumeAttributes: { password: sentinel('csi') } } },
    { name: 'b', secret: { secretName: sentinel('secretName') } },
    { name: 'c', flexVolume: { options: { key: sentinel('flex') } } },
  ],
};

const metadata = {
  name: 'web',
  namespace: 'shop',
  annotations: {
    'kubectl.kubernetes.io/last-applied-configuration': sentinel('last applied'),
    'deployment.kubernetes.io/revision': sentinel('revision'),
  },
  managedFields: [{ manager: sentinel('manager') }],
  finalizers: [sentinel('finalizer')],
};

/** A pod and a Deployment with a word in every place in which a secret may stand. */
export const sentinelPods = {
  apiVersion: 'v1',
  kind: 'List',
  items: [
    { apiVersion: 'v1', kind: 'Pod', metadata, spec },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template: { metadata: { annotations: metadata.annotations }, spec } } },
  ],
};
