import type { KubeNode, PodSpec } from '../objects.ts';
import type { NodeMatch, NodeSelector, NodeSelectorTerm } from './node-selector.ts';
import { matchesTerms } from './node-selector.ts';
import type { Rejection } from './rejection.ts';
import { unresolvable } from './rejection.ts';

/** A preference: the weight that a node gains by meeting it. */
export type PreferredSchedulingTerm = {
  readonly weight: number;
  readonly preference: NodeSelectorTerm;
};

/** `spec.affinity.nodeAffinity` of a Pod. */
export type NodeAffinity = {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredSchedulingTerm[];
};

type Named = Pick<KubeNode, 'metadata'>;
type Choosing = Pick<PodSpec, 'nodeSelector' | 'affinity'>;

/** Whether a node meets the required part of an affinity; without one, every node does. */
export const matchesRequired = ({ requiredDuringSchedulingIgnoredDuringExecution: required }: NodeAffinity, node: Named): NodeMatch =>
  required === undefined ? { matches: true } : matchesTerms(required.nodeSelectorTerms ?? [], node);

/** Whether a node meets both the nodeSelector and the required affinity of a pod. */
export function matchesNode({ nodeSelector = {}, affinity }: Choosing, node: Named): NodeMatch {
  const labels = node.metadata.labels ?? {};
  if (Object.entries(nodeSelector).some(([key, value]) => labels[key] !== value)) return { matches: false };
  return matchesRequired(affinity?.nodeAffinity ?? {}, node);
}

/** The nodes that a term names, if it names any: those that all its requirements name. */
function namesIn({ matchFields = [] }: NodeSelectorTerm): readonly string[] | undefined {
  const named = matchFields.filter(({ key, operator }) => key === 'metadata.name' && operator === 'In').map(({ values = [] }) => values);
  return named.reduce<readonly string[] | undefined>(
    (names, values) => names?.filter((name) => values.includes(name)) ?? values,
    undefined,
  );
}

/**
 * The only nodes that a pod may go on, when every term of its required affinity names some; undefined when a term names
 * none. An empty list means that the terms contradict themselves: no node is looked at.
 */
export function candidateNames({ affinity }: Choosing): readonly string[] | undefined {
  const { nodeSelectorTerms: terms = [] } = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? {};
  const names = terms.map(namesIn);
  if (names.length === 0 || names.includes(undefined)) return undefined;
  return [...new Set(names.flatMap((some) => some ?? []))].sort();
}

/** The sum of the weights of the preferences that a node meets. */
export const preferenceWeight = (preferences: readonly PreferredSchedulingTerm[] = [], node: Named): number =>
  preferences.filter(({ preference }) => matchesTerms([preference], node).matches).reduce((sum, { weight }) => sum + weight, 0);

/** Said of the whole attempt when the terms of a pod contradict themselves. */
export const CONFLICT = 'pod affinity terms conflict';
/** Said of a node that a pod does not name, when it names the only ones it may go on. */
export const NOT_NAMED = "node(s) didn't satisfy plugin(s) [NodeAffinity]";

/** Why the selector or the required affinity of a pod keeps it off a node. */
export const affinityRejection = (spec: Choosing, node: Named): Rejection | undefined =>
  matchesNode(spec, node).matches ? undefined : unresolvable("node(s) didn't match Pod's node affinity/selector");

/** Why an affinity in the scheduler's own configuration, which every pod must meet, keeps pods off a node. */
export const enforcedRejection = (added: NodeAffinity, node: Named): Rejection | undefined =>
  matchesRequired(added, node).matches ? undefined : unresolvable("node(s) didn't match scheduler-enforced node affinity");
