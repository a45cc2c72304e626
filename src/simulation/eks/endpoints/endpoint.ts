import type { Pod } from '../objects.ts';
import { isReady } from '../objects.ts';

/** The parts of a Service that its endpoints depend on. */
export interface EndpointService {
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: { readonly publishNotReadyAddresses?: boolean };
}

/** An element of `endpoints` of an EndpointSlice. */
export type Endpoint = {
  readonly addresses: readonly string[];
  readonly conditions: { readonly ready: boolean; readonly serving: boolean; readonly terminating: boolean };
  readonly hostname?: string;
  readonly nodeName?: string;
  readonly zone?: string;
};

const addressesOf = ({ status }: Pod): readonly string[] =>
  status?.podIPs?.map(({ ip }) => ip) ?? (status?.podIP === undefined || status.podIP === '' ? [] : [status.podIP]);

const isTerminating = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined;

/** Whether a pod belongs in the endpoints at all: it has an address and has not ended. */
export function shouldPodBeInEndpoints(pod: Pod, includeTerminating: boolean): boolean {
  const { phase } = pod.status ?? {};
  if (phase === 'Succeeded' || phase === 'Failed' || addressesOf(pod).length === 0) return false;
  return includeTerminating || !isTerminating(pod);
}

/** Whether an endpoint carries the hostname of its pod: the pod must name the Service as its subdomain. */
export const shouldSetHostname = ({ metadata, spec }: Pod, service: EndpointService): boolean =>
  spec.hostname !== undefined &&
  spec.hostname !== '' &&
  spec.subdomain === service.metadata.name &&
  (metadata.namespace ?? 'default') === (service.metadata.namespace ?? 'default');

/** The endpoint of a pod, for IPv4. A pod that is going is not ready for new traffic, though it may still serve. */
export function endpointOf(pod: Pod, service: EndpointService, zone?: string): Endpoint {
  const { nodeName, hostname } = pod.spec;
  const [serving, terminating] = [isReady(pod), isTerminating(pod)];
  const ready = service.spec.publishNotReadyAddresses === true || (serving && !terminating);
  return {
    addresses: addressesOf(pod)
      .filter((ip) => !ip.includes(':'))
      .slice(0, 1),
    conditions: { ready, serving, terminating },
    ...(hostname !== undefined && shouldSetHostname(pod, service) ? { hostname } : {}),
    ...(nodeName === undefined ? {} : { nodeName }),
    ...(zone === undefined ? {} : { zone }),
  };
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

const sortedLabels = ({ metadata }: Pod): unknown => Object.entries(metadata.labels ?? {}).sort();

/** What a change of a pod means for Services: whether its endpoint has to be written anew, whether it may belong to others. */
export const podChange = (before: Pod, after: Pod): { readonly endpointsChanged: boolean; readonly labelsChanged: boolean } => ({
  endpointsChanged:
    isTerminating(before) !== isTerminating(after) ||
    isReady(before) !== isReady(after) ||
    before.spec.nodeName !== after.spec.nodeName ||
    before.metadata.uid !== after.metadata.uid ||
    differs(addressesOf(before), addressesOf(after)),
  labelsChanged:
    differs(sortedLabels(before), sortedLabels(after)) ||
    before.spec.hostname !== after.spec.hostname ||
    before.spec.subdomain !== after.spec.subdomain,
});
