import type { LabelSelector, Labels } from '../label-selector.ts';
import { matchesSelector } from '../label-selector.ts';
import type { KubeNode, Pod } from '../objects.ts';
import type { Cluster } from './cluster.ts';
import { DomainCounts, namespaceOf } from './cluster.ts';
import type { Rejection } from './rejection.ts';
import { unresolvable, unschedulable } from './rejection.ts';

/** A rule about the pods in one domain: those that the selector chooses in those namespaces. */
export type PodAffinityTerm = {
  readonly labelSelector?: LabelSelector;
  readonly namespaces?: readonly string[];
  readonly namespaceSelector?: LabelSelector;
  readonly topologyKey?: string;
};

/** `podAffinity` or `podAntiAffinity` of `spec.affinity`. */
export type PodAffinity = { readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[] };

/** The labels of the namespaces, by their names. */
export type NamespaceLabels = Readonly<Record<string, Labels>>;

/** What is counted for a pod before any node is asked. */
export interface AffinityState {
  readonly pod: Pod;
  /** The pods that meet all own affinity terms, by domain. */
  readonly wanted: DomainCounts;
  /** The pods that an own anti-affinity term forbids, by domain. */
  readonly avoided: DomainCounts;
  /** The pods whose anti-affinity forbids this one, by domain. */
  readonly avoiding: DomainCounts;
  /** No pod counts for the affinity, and this pod meets its terms itself: it is the first of its group. */
  readonly isFirst: boolean;
}

const affinityTerms = ({ spec }: Pod): readonly PodAffinityTerm[] =>
  spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];

/** The required anti-affinity terms of a pod. */
export const antiAffinityTerms = ({ spec }: Pod): readonly PodAffinityTerm[] =>
  spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];

/** Whether a term of one pod is about another pod. Without namespaces it is about the namespace of its own pod. */
function isAbout(term: PodAffinityTerm, owner: Pod, other: Pod, labels: NamespaceLabels): boolean {
  const { labelSelector, namespaces = [], namespaceSelector } = term;
  const namespace = namespaceOf(other);
  const own = namespaces.length === 0 && namespaceSelector === undefined ? [namespaceOf(owner)] : namespaces;
  const isCovered =
    own.includes(namespace) || (namespaceSelector !== undefined && matchesSelector(namespaceSelector, labels[namespace] ?? {}));
  return isCovered && labelSelector !== undefined && matchesSelector(labelSelector, other.metadata.labels ?? {});
}

/** Counts the pods of a cluster for and against a pod. */
export function affinityOf(pod: Pod, cluster: Cluster, namespaces: NamespaceLabels = {}): AffinityState {
  const [terms, antiTerms] = [affinityTerms(pod), antiAffinityTerms(pod)];
  const [wanted, avoided, avoiding] = [new DomainCounts(), new DomainCounts(), new DomainCounts()];
  const meetsAll = (other: Pod): boolean => terms.length > 0 && terms.every((term) => isAbout(term, pod, other, namespaces));
  const add = (counts: DomainCounts, { topologyKey = '' }: PodAffinityTerm, node: KubeNode): void => counts.add(topologyKey, node, 1);
  for (const { node, pods } of cluster) {
    for (const other of pods) {
      if (meetsAll(other)) for (const term of terms) add(wanted, term, node);
      for (const term of antiTerms) if (isAbout(term, pod, other, namespaces)) add(avoided, term, node);
      for (const term of antiAffinityTerms(other)) if (isAbout(term, other, pod, namespaces)) add(avoiding, term, node);
    }
  }
  return { pod, wanted, avoided, avoiding, isFirst: wanted.isEmpty && meetsAll(pod) };
}

/** Why the pods around a node keep a pod off it: its own affinity, its own anti-affinity, then that of the others. */
export function podAffinityRejection({ pod, wanted, avoided, avoiding, isFirst }: AffinityState, node: KubeNode): Rejection | undefined {
  const isMet = affinityTerms(pod).every(
    ({ topologyKey = '' }) => node.metadata.labels?.[topologyKey] !== undefined && (isFirst || wanted.at(topologyKey, node) > 0),
  );
  if (!isMet) return unresolvable("node(s) didn't match pod affinity rules");
  if (avoided.touches(node)) return unschedulable("node(s) didn't match pod anti-affinity rules");
  if (avoiding.touches(node)) return unschedulable("node(s) didn't satisfy existing pods anti-affinity rules");
  return undefined;
}
