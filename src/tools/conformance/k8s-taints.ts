import type { PodSpec, Taint, Toleration } from '../../simulation/eks/objects.ts';
import { none } from '../../simulation/eks/scheduler/amount.ts';
import type { PreferredSchedulingTerm } from '../../simulation/eks/scheduler/node-affinity.ts';
import { matchesNode, preferenceWeight } from '../../simulation/eks/scheduler/node-affinity.ts';
import { filters } from '../../simulation/eks/scheduler/node-fit.ts';
import { taintScores } from '../../simulation/eks/scheduler/preference-scores.ts';
import { intolerablePreferNoSchedule, isTolerated, tolerates, untoleratedTaint } from '../../simulation/eks/scheduler/tolerations.ts';
import { verdict } from './k8s-filters.ts';
import type { NodeRow, PodRow } from './k8s-objects.ts';
import { byName, nodeOf, podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

type RuleRow =
  | { readonly kind: 'taints'; readonly taints: readonly Taint[]; readonly tolerations: readonly Toleration[] }
  | { readonly kind: 'nodeAffinity'; readonly node: NodeRow; readonly podSpec: PodSpec }
  | {
      readonly kind: 'preferredNodeAffinity';
      readonly node: NodeRow;
      readonly preferredDuringSchedulingIgnoredDuringExecution: readonly PreferredSchedulingTerm[];
    };

/** What our rules make of a row of `taints-affinity`. */
export const answerTaintsAffinity: Answer = ({ given: row }) => {
  const given = givenAs<RuleRow>(row);
  switch (given.kind) {
    case 'taints': {
      const { taints, tolerations } = given;
      const untolerated = untoleratedTaint(taints, tolerations);
      return {
        fits: untolerated === undefined,
        toleratedEach: taints.map((taint) => isTolerated(taint, tolerations)),
        untoleratedPreferNoSchedule: intolerablePreferNoSchedule(taints, tolerations),
        untolerated,
      };
    }
    case 'nodeAffinity':
      return { ...matchesNode(given.podSpec, nodeOf(given.node)) };
    case 'preferredNodeAffinity':
      return { score: preferenceWeight(given.preferredDuringSchedulingIgnoredDuringExecution, nodeOf(given.node)) };
  }
};

/** What our scheduler makes of a row of `scheduler-taints`. Its wording is the newer one; the older one named the taint. */
export const answerSchedulerTaints: Answer = ({ kind, given: row }) => {
  const given = givenAs<{
    readonly pod: PodRow;
    readonly node: NodeRow;
    readonly nodes: readonly NodeRow[];
    readonly toleration: Toleration;
    readonly taint: Taint;
    readonly comparisonOperatorsEnabled?: boolean;
  }>(row);
  if (kind === 'toleratesTaint') return { tolerated: tolerates(given.toleration, given.taint, given.comparisonOperatorsEnabled) };
  const pod = podOf(given.pod);
  if (kind === 'score') {
    const nodes = given.nodes.map(nodeOf);
    return { scores: byName(nodes, taintScores(pod, nodes)) };
  }
  const node = nodeOf(given.node);
  const { reasons, ...said } = verdict(filters.TaintToleration({ pod, node, used: { requested: none, ports: [] } }));
  const named = untoleratedTaint(node.spec.taints, pod.spec.tolerations);
  const older = named === undefined ? [] : [`node(s) had untolerated taint {${named.key}: ${named.value ?? ''}}`];
  return { ...said, reasons: older, reasonsInNewerReleases: reasons };
};
