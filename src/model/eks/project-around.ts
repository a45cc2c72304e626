import type { ApiObject } from '../api-object.ts';
import type { Json } from '../json.ts';
import type { Kind } from '../kind.ts';
import type { Projected } from '../project.ts';
import { nameOf, scopeOf, siblingId } from './kubernetes-scope.ts';
import { at, conditionIn, listAt, numberAt, present, textAt } from './read.ts';

interface Words {
  readonly name?: string;
  readonly status?: string | undefined;
  readonly reason?: string | undefined;
  readonly text?: string | undefined;
  readonly clause?: string | undefined;
}

/** An object of which Drydock simulates nothing: what it says of itself, and what it leads to. */
const projectPlain =
  (kind: Kind, say: (body: ApiObject['body']) => Words, relations: (object: ApiObject) => Projected['relations'] = () => []) =>
  (object: ApiObject): readonly Projected[] => {
    const { name = nameOf(object), status = 'Active', reason, text, clause } = say(object.body);
    const createdAt = textAt(object.body, 'metadata', 'creationTimestamp');
    const resource = {
      id: object.id,
      kind,
      name,
      scope: scopeOf(object),
      status,
      ...present({ reason, text, createdAt }),
      details: present({ clause }),
    };
    return [{ resource, relations: relations(object) }];
  };

const textsAt = (value: Json | undefined, ...path: readonly string[]): readonly string[] =>
  listAt(value, ...path).filter((one) => typeof one === 'string');

/** The Service of the same namespace that a short or full host name names. */
function serviceIn(object: ApiObject, host: string): string {
  const [name = '', namespace = textAt(object.body, 'metadata', 'namespace') ?? ''] = host.split('.');
  return siblingId(object, 'Service', namespace, name);
}

const backendOf = (backend: Json | undefined): string | undefined => textAt(backend, 'service', 'name') ?? textAt(backend, 'serviceName');

/** An Ingress, with the Services that it leads to. */
export const projectIngress = projectPlain(
  'k8s-ingress',
  (body) => ({
    clause:
      listAt(body, 'spec', 'rules')
        .flatMap((rule) => textAt(rule, 'host') ?? [])
        .join(', ') || 'every host',
  }),
  (object) => {
    const paths = listAt(object.body, 'spec', 'rules').flatMap((rule) => listAt(rule, 'http', 'paths'));
    const backends = [
      ...paths.map((path) => at(path, 'backend')),
      at(object.body, 'spec', 'defaultBackend'),
      at(object.body, 'spec', 'backend'),
    ];
    const names = new Set(backends.flatMap((backend) => backendOf(backend) ?? []));
    return [...names].map((name) => ({ to: serviceIn(object, name), kind: 'routes-to' as const }));
  },
);

/** A HorizontalPodAutoscaler, with what it scales. */
export const projectHorizontalPodAutoscaler = projectPlain(
  'k8s-horizontal-pod-autoscaler',
  (body) => {
    const limited = conditionIn(body, 'AbleToScale');
    const current = numberAt(body, 'status', 'currentReplicas');
    return {
      ...(textAt(limited, 'status') === 'False' ? { reason: textAt(limited, 'reason'), text: textAt(limited, 'message') } : {}),
      clause: `${current ?? 'unknown'} of ${numberAt(body, 'spec', 'minReplicas') ?? 1} to ${numberAt(body, 'spec', 'maxReplicas') ?? 'unknown'}`,
    };
  },
  (object) => {
    const kind = textAt(object.body, 'spec', 'scaleTargetRef', 'kind');
    const name = textAt(object.body, 'spec', 'scaleTargetRef', 'name');
    if (kind === undefined || name === undefined) return [];
    return [{ to: siblingId(object, kind, textAt(object.body, 'metadata', 'namespace') ?? '', name), kind: 'uses' }];
  },
);

/** An Event, with what it is about. */
export const projectEvent = projectPlain(
  'k8s-event',
  (body) => ({
    name: textAt(body, 'reason') ?? 'Event',
    status: textAt(body, 'type'),
    reason: textAt(body, 'reason'),
    text: textAt(body, 'message') ?? textAt(body, 'note'),
    clause: `${numberAt(body, 'count') ?? 1} times`,
  }),
  (object) => {
    const about = at(object.body, 'involvedObject') ?? at(object.body, 'regarding');
    const kind = textAt(about, 'kind');
    const name = textAt(about, 'name');
    return kind === undefined || name === undefined
      ? []
      : [{ to: siblingId(object, kind, textAt(about, 'namespace') ?? '', name), kind: 'uses' }];
  },
);

/** A VirtualService of Istio, with the Services that it sends to, and in which shares. */
export const projectVirtualService = projectPlain(
  'istio-virtual-service',
  (body) => ({ clause: textsAt(body, 'spec', 'hosts').join(', ') || undefined }),
  (object) => {
    const routes = ['http', 'tcp', 'tls'].flatMap((protocol) => listAt(object.body, 'spec', protocol));
    const hosts = new Set(routes.flatMap((one) => listAt(one, 'route')).flatMap((one) => textAt(one, 'destination', 'host') ?? []));
    return [...hosts].map((host) => ({ to: serviceIn(object, host), kind: 'routes-to' as const }));
  },
);

/** A DestinationRule of Istio, with the Service whose callers it binds. */
export const projectDestinationRule = projectPlain(
  'istio-destination-rule',
  (body) => ({
    clause:
      listAt(body, 'spec', 'subsets')
        .flatMap((one) => textAt(one, 'name') ?? [])
        .join(', ') || undefined,
  }),
  (object) => {
    const host = textAt(object.body, 'spec', 'host');
    return host === undefined ? [] : [{ to: serviceIn(object, host), kind: 'uses' }];
  },
);

/** A PeerAuthentication of Istio: whether callers must come with mutual TLS. */
export const projectPeerAuthentication = projectPlain('istio-peer-authentication', (body) => ({
  clause: `mutual TLS ${textAt(body, 'spec', 'mtls', 'mode') ?? 'UNSET'}`,
}));
