import type { LabelSelector, Labels } from '../label-selector.ts';
import { matchesSelector } from '../label-selector.ts';
import { inCidr } from './ip-block.ts';

/** The parts of a Namespace that a policy looks at. */
export interface PolicyNamespace {
  readonly metadata: { readonly name: string; readonly labels?: Labels };
}

/** The parts of a Pod that a policy looks at. */
export interface PolicyPod {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels?: Labels };
  readonly spec?: {
    readonly containers?: readonly {
      readonly ports?: readonly { readonly name?: string; readonly containerPort: number; readonly protocol?: string }[];
    }[];
  };
  readonly status?: { readonly podIP?: string };
}

interface PolicyPeer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

interface PolicyPort {
  readonly protocol?: string;
  readonly port?: number | string;
  readonly endPort?: number;
}

interface PolicyRule {
  readonly from?: readonly PolicyPeer[] | null;
  readonly to?: readonly PolicyPeer[] | null;
  readonly ports?: readonly PolicyPort[] | null;
}

/** A NetworkPolicy, `networking.k8s.io/v1`, as the API takes it, before defaulting. */
export interface NetworkPolicy {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly podSelector?: LabelSelector;
    readonly policyTypes?: readonly string[];
    readonly ingress?: readonly PolicyRule[] | null;
    readonly egress?: readonly PolicyRule[] | null;
  };
}

/** What decides about flows in a cluster. */
export interface PolicyObjects {
  readonly namespaces: readonly PolicyNamespace[];
  readonly pods: readonly PolicyPod[];
  readonly networkPolicies: readonly NetworkPolicy[];
}

/** One end of a connection: a pod as `namespace/name`, or an address outside the cluster. */
export type FlowEnd = { readonly pod: string } | { readonly ip: string };

/** The start of a connection, to a port on the destination itself. */
export interface Flow {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly port: number;
  readonly protocol: string;
}

/** The answer for one side: nothing isolates it, or one of the policies that do has a rule for this flow. */
export interface SideVerdict {
  readonly allowed: boolean;
  /** `namespace/name` of the policies that isolate this pod in this direction. */
  readonly isolatedBy: readonly string[];
  readonly allowedBy: readonly string[];
}

/** The answer for a flow: both sides must allow it. A side outside the cluster has none. */
export interface FlowVerdict {
  readonly allowed: boolean;
  readonly egress?: SideVerdict;
  readonly ingress?: SideVerdict;
}

type Direction = 'Ingress' | 'Egress';

interface Place {
  readonly pod: PolicyPod | undefined;
  readonly address: string | undefined;
  readonly namespaceLabels: Labels;
}

/** The directions in which a policy isolates: without `policyTypes` always ingress, egress only with an egress rule. */
export function policyTypes({ spec }: NetworkPolicy): readonly string[] {
  if (spec.policyTypes !== undefined && spec.policyTypes.length > 0) return spec.policyTypes;
  return (spec.egress ?? []).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

function placeOf(end: FlowEnd, { pods, namespaces }: PolicyObjects): Place {
  if ('ip' in end) return { pod: undefined, address: end.ip, namespaceLabels: {} };
  const pod = pods.find(({ metadata }) => `${metadata.namespace}/${metadata.name}` === end.pod);
  if (pod === undefined) throw new Error(`There is no pod ${end.pod} among the given objects.`);
  const namespace = namespaces.find(({ metadata }) => metadata.name === pod.metadata.namespace);
  return { pod, address: pod.status?.podIP, namespaceLabels: namespace?.metadata.labels ?? {} };
}

function peerMatches(peer: PolicyPeer, policyNamespace: string, { pod, address, namespaceLabels }: Place): boolean {
  if (peer.ipBlock !== undefined) {
    const { cidr, except = [] } = peer.ipBlock;
    return address !== undefined && inCidr(cidr, address) && !except.some((block) => inCidr(block, address));
  }
  if (pod === undefined) return false;
  const namespaceFits =
    peer.namespaceSelector === undefined
      ? pod.metadata.namespace === policyNamespace
      : matchesSelector(peer.namespaceSelector, namespaceLabels);
  return namespaceFits && (peer.podSelector === undefined || matchesSelector(peer.podSelector, pod.metadata.labels ?? {}));
}

/** A named port is looked up on the destination pod, for egress too, and never fits an address outside the cluster. */
function portMatches({ protocol = 'TCP', port, endPort }: PolicyPort, flow: Flow, destination: PolicyPod | undefined): boolean {
  if (protocol !== flow.protocol) return false;
  if (port === undefined) return true;
  if (typeof port === 'number') return endPort === undefined ? flow.port === port : flow.port >= port && flow.port <= endPort;
  const ports = destination?.spec?.containers?.flatMap((container) => container.ports ?? []) ?? [];
  return ports.some((own) => own.name === port && own.containerPort === flow.port && (own.protocol ?? 'TCP') === flow.protocol);
}

/** An absent or empty list of peers or ports stands for all. */
const anyOf = <T>(list: readonly T[] | null | undefined, fits: (item: T) => boolean): boolean =>
  list === undefined || list === null || list.length === 0 || list.some(fits);

function sideVerdict(direction: Direction, own: PolicyPod, other: Place, flow: Flow, objects: PolicyObjects): SideVerdict {
  const destination = direction === 'Ingress' ? own : other.pod;
  const isolating = objects.networkPolicies.filter(
    (policy) =>
      policy.metadata.namespace === own.metadata.namespace &&
      policyTypes(policy).includes(direction) &&
      matchesSelector(policy.spec.podSelector ?? {}, own.metadata.labels ?? {}),
  );
  const allowing = isolating.filter(({ spec, metadata }) =>
    (direction === 'Ingress' ? spec.ingress : spec.egress)?.some(
      (rule) =>
        anyOf(direction === 'Ingress' ? rule.from : rule.to, (peer) => peerMatches(peer, metadata.namespace, other)) &&
        anyOf(rule.ports, (port) => portMatches(port, flow, destination)),
    ),
  );
  const named = (policies: readonly NetworkPolicy[]): string[] => policies.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  return { allowed: isolating.length === 0 || allowing.length > 0, isolatedBy: named(isolating), allowedBy: named(allowing) };
}

/** Who may talk to whom: whether a connection may start, and which policies decided. Throws for a pod that is not there. */
export function allowsFlow(objects: PolicyObjects, flow: Flow): FlowVerdict {
  const from = placeOf(flow.from, objects);
  const to = placeOf(flow.to, objects);
  const egress = from.pod && sideVerdict('Egress', from.pod, to, flow, objects);
  const ingress = to.pod && sideVerdict('Ingress', to.pod, from, flow, objects);
  return {
    allowed: (egress?.allowed ?? true) && (ingress?.allowed ?? true),
    ...(egress === undefined ? {} : { egress }),
    ...(ingress === undefined ? {} : { ingress }),
  };
}
