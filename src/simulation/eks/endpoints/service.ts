import type { Metadata, Words } from '../objects.ts';
import type { Endpoint } from './endpoint.ts';

/** A Service as `kubectl get service -o json` prints it. */
export type Service = {
  readonly apiVersion?: 'v1';
  readonly kind?: 'Service';
  readonly metadata: Metadata;
  readonly spec: {
    readonly type?: string;
    readonly clusterIP?: string;
    readonly clusterIPs?: readonly string[];
    readonly selector?: Words;
    readonly ports?: readonly ServicePort[];
    readonly publishNotReadyAddresses?: boolean;
  };
  readonly status?: { readonly loadBalancer: Words };
};

/** A port of a Service, and the port of its pods behind it. */
export type ServicePort = { readonly name?: string; readonly protocol?: string; readonly port: number; readonly targetPort?: number };

/** An endpoint with the pod that it is the address of. */
export type PodEndpoint = Endpoint & {
  readonly targetRef: { readonly kind: string; readonly namespace: string; readonly name: string; readonly uid: string };
};

/** An EndpointSlice as `kubectl get endpointslice -o json` prints it. */
export type EndpointSlice = {
  readonly apiVersion: 'discovery.k8s.io/v1';
  readonly kind: 'EndpointSlice';
  readonly metadata: Metadata;
  readonly addressType: 'IPv4';
  readonly endpoints: readonly PodEndpoint[];
  readonly ports: readonly { readonly name: string; readonly port: number; readonly protocol: string }[];
};
