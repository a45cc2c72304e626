import type { KubeNode, Pod } from '../objects.ts';
import type { PreferredSchedulingTerm } from './node-affinity.ts';
import { preferenceWeight } from './node-affinity.ts';
import { intolerablePreferNoSchedule } from './tolerations.ts';

/** The best score that a plugin gives. */
export const MAX_NODE_SCORE = 100;

/** Scales scores so that the highest becomes 100; with none above 0 they stay as they are. */
function normalized(scores: readonly number[]): readonly number[] {
  const highest = Math.max(0, ...scores);
  return highest === 0 ? scores : scores.map((score) => Math.floor((score * MAX_NODE_SCORE) / highest));
}

/** TaintToleration: the fewer taints a pod would rather avoid, the better; one score a node. */
export const taintScores = ({ spec }: Pod, nodes: readonly KubeNode[]): readonly number[] =>
  normalized(nodes.map((node) => intolerablePreferNoSchedule(node.spec.taints, spec.tolerations))).map((score) => MAX_NODE_SCORE - score);

/** NodeAffinity: the more weight of preferences a node meets, the better; `added` are those of the scheduler itself. */
export function affinityScores(
  { spec }: Pod,
  nodes: readonly KubeNode[],
  added: readonly PreferredSchedulingTerm[] = [],
): readonly number[] {
  const own = spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return normalized(nodes.map((node) => preferenceWeight([...own, ...added], node)));
}
