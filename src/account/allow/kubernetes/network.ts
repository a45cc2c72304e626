import * as z from 'zod/mini';
import { allow, flag, list, number, size, text } from '../fields.ts';
import { base, labels, selector } from './metadata.ts';

/** A Service. */
export const service = allow({
  ...base,
  spec: allow({
    type: text,
    clusterIP: text,
    clusterIPs: list(text),
    externalName: text,
    selector: labels,
    ports: list(allow({ name: text, port: number, targetPort: size, nodePort: number, protocol: text, appProtocol: text })),
    sessionAffinity: text,
    externalTrafficPolicy: text,
    internalTrafficPolicy: text,
    trafficDistribution: text,
  }),
  status: allow({ loadBalancer: allow({ ingress: list(allow({ hostname: text, ip: text })) }) }),
});

/** An EndpointSlice. */
export const endpointSlice = allow({
  ...base,
  addressType: text,
  ports: list(allow({ name: text, port: number, protocol: text, appProtocol: text })),
  endpoints: list(
    allow({
      addresses: list(text),
      conditions: allow({ ready: flag, serving: flag, terminating: flag }),
      nodeName: text,
      zone: text,
      targetRef: allow({ kind: text, namespace: text, name: text, uid: text }),
    }),
  ),
});

const backend = allow({
  service: allow({ name: text, port: allow({ name: text, number }) }),
  serviceName: text, // extensions/v1beta1
  servicePort: size,
});

/** An Ingress, of any version of its API. Never here: the secrets of its certificates. */
export const ingress = allow({
  ...base,
  spec: allow({
    ingressClassName: text,
    defaultBackend: backend,
    backend,
    tls: list(allow({ hosts: list(text) })),
    rules: list(allow({ host: text, http: allow({ paths: list(allow({ path: text, pathType: text, backend })) }) })),
  }),
  status: allow({ loadBalancer: allow({ ingress: list(allow({ hostname: text, ip: text })) }) }),
});

const peers = list(allow({ podSelector: selector, namespaceSelector: selector, ipBlock: allow({ cidr: text, except: list(text) }) }));
const ports = list(allow({ protocol: text, port: size, endPort: number }));

/** A NetworkPolicy. */
export const networkPolicy = allow({
  ...base,
  spec: allow({
    podSelector: selector,
    policyTypes: list(text),
    ingress: list(allow({ from: peers, ports })),
    egress: list(allow({ to: peers, ports })),
  }),
});

const port = allow({ number, name: text });

const destinations = list(allow({ destination: allow({ host: text, subset: text, port }), weight: number }));

const stringMatch = allow({ exact: text, prefix: text, regex: text });

/** A VirtualService of Istio. Never here: the headers that it reads or sets. */
export const virtualService = allow({
  ...base,
  spec: allow({
    hosts: list(text),
    gateways: list(text),
    http: list(
      allow({
        name: text,
        match: list(allow({ uri: stringMatch, authority: stringMatch, method: stringMatch, port: number, sourceLabels: labels })),
        route: destinations,
        redirect: allow({ uri: text, authority: text }),
        timeout: text,
        retries: allow({ attempts: number, perTryTimeout: text, retryOn: text }),
        fault: allow({
          abort: allow({ httpStatus: number, percentage: allow({ value: number }) }),
          delay: allow({ fixedDelay: text, percentage: allow({ value: number }) }),
        }),
        mirror: allow({ host: text, subset: text, port }),
      }),
    ),
    tcp: list(allow({ match: list(allow({ port: number })), route: destinations })),
    tls: list(allow({ match: list(allow({ port: number, sniHosts: list(text) })), route: destinations })),
  }),
});

const trafficPolicy = allow({
  tls: allow({ mode: text }),
  loadBalancer: allow({ simple: text }),
  connectionPool: allow({
    tcp: allow({ maxConnections: number, connectTimeout: text }),
    http: allow({ http1MaxPendingRequests: number, http2MaxRequests: number, maxRequestsPerConnection: number, maxRetries: number }),
  }),
  outlierDetection: allow({
    consecutiveErrors: number,
    consecutive5xxErrors: number,
    consecutiveGatewayErrors: number,
    interval: text,
    baseEjectionTime: text,
    maxEjectionPercent: number,
  }),
});

/** A DestinationRule of Istio. */
export const destinationRule = allow({
  ...base,
  spec: allow({ host: text, trafficPolicy, subsets: list(allow({ name: text, labels, trafficPolicy })) }),
});

const mtls = allow({ mode: text });

/** A PeerAuthentication of Istio. */
export const peerAuthentication = allow({
  ...base,
  spec: allow({ selector, mtls, portLevelMtls: z.record(z.string(), mtls) }),
});
