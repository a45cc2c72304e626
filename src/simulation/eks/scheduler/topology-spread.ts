import type { LabelSelector, Labels } from '../label-selector.ts';
import { matchesSelector } from '../label-selector.ts';
import type { KubeNode, Pod } from '../objects.ts';
import type { Cluster } from './cluster.ts';
import { DomainCounts, namespaceOf } from './cluster.ts';
import { matchesNode } from './node-affinity.ts';
import type { Rejection } from './rejection.ts';
import { unresolvable, unschedulable } from './rejection.ts';
import { untoleratedTaint } from './tolerations.ts';

/** An element of `spec.topologySpreadConstraints` of a Pod. */
export type TopologySpreadConstraint = {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly whenUnsatisfiable: string;
  readonly labelSelector?: LabelSelector;
  readonly minDomains?: number;
  readonly nodeAffinityPolicy?: string;
  readonly nodeTaintsPolicy?: string;
  readonly matchLabelKeys?: readonly string[];
};

/** A hard constraint, with what was counted for it. */
interface Spread {
  readonly constraint: TopologySpreadConstraint;
  readonly domains: ReadonlyMap<string, number>;
  /** The pod itself counts in the domain that it goes to. */
  readonly countsItself: boolean;
}

const NOT_MATCHED = "node(s) didn't match pod topology spread constraints";

/** Whether a pod with these labels counts for a constraint of another. No selector chooses none. */
function counts({ labelSelector, matchLabelKeys = [] }: TopologySpreadConstraint, own: Labels, labels: Labels): boolean {
  return (
    labelSelector !== undefined &&
    matchesSelector(labelSelector, labels) &&
    matchLabelKeys.every((key) => own[key] === undefined || own[key] === labels[key])
  );
}

/** Whether the policies of a constraint let a node count. */
const admits = ({ nodeAffinityPolicy, nodeTaintsPolicy }: TopologySpreadConstraint, { spec }: Pod, node: KubeNode): boolean =>
  (nodeAffinityPolicy === 'Ignore' || matchesNode(spec, node).matches) &&
  (nodeTaintsPolicy !== 'Honor' || untoleratedTaint(node.spec.taints, spec.tolerations) === undefined);

/** What is counted for the hard constraints of a pod, before any node is asked. Nodes that lack one of the labels stay out. */
export function spreadOf(pod: Pod, cluster: Cluster): readonly Spread[] {
  const hard = (pod.spec.topologySpreadConstraints ?? []).filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule');
  if (hard.length === 0) return [];
  const own = pod.metadata.labels ?? {};
  const labelled = cluster.filter(({ node }) => hard.every(({ topologyKey }) => node.metadata.labels?.[topologyKey] !== undefined));
  return hard.map((constraint) => {
    const { topologyKey } = constraint;
    const found = new DomainCounts();
    for (const { node, pods } of labelled) {
      if (!admits(constraint, pod, node)) continue;
      const matching = pods.filter(
        (other) =>
          other.metadata.deletionTimestamp === undefined &&
          namespaceOf(other) === namespaceOf(pod) &&
          counts(constraint, own, other.metadata.labels ?? {}),
      );
      found.add(topologyKey, node, matching.length);
    }
    return { constraint, domains: found.domains(topologyKey), countsItself: counts(constraint, own, own) };
  });
}

/** Why the constraints keep a pod off a node: the first that does not hold. */
export function spreadRejection(spreads: readonly Spread[], { metadata }: KubeNode): Rejection | undefined {
  for (const { constraint, domains, countsItself } of spreads) {
    const { topologyKey, maxSkew, minDomains = 1 } = constraint;
    const domain = metadata.labels?.[topologyKey];
    if (domain === undefined) return unresolvable(`${NOT_MATCHED} (missing required label)`);
    const least = domains.size < minDomains ? 0 : Math.min(...domains.values());
    const skew = (domains.get(domain) ?? 0) + (countsItself ? 1 : 0) - least;
    if (skew > maxSkew) return unschedulable(NOT_MATCHED);
  }
  return undefined;
}
