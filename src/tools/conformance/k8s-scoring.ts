import type { Pod } from '../../simulation/eks/objects.ts';
import { amountOf, none, plus, requestOf, scoredRequestOf } from '../../simulation/eks/scheduler/amount.ts';
import type { Amount } from '../../simulation/eks/scheduler/amount.ts';
import type { Occupied } from '../../simulation/eks/scheduler/cluster.ts';
import type { PreferredSchedulingTerm } from '../../simulation/eks/scheduler/node-affinity.ts';
import { preferenceWeight } from '../../simulation/eks/scheduler/node-affinity.ts';
import { filters } from '../../simulation/eks/scheduler/node-fit.ts';
import { affinityScores } from '../../simulation/eks/scheduler/preference-scores.ts';
import type { ResourceWeight, Share, ShapePoint } from '../../simulation/eks/scheduler/score.ts';
import {
  asksForNothing,
  balanceChange,
  balancedAllocation,
  leastAllocated,
  mostAllocated,
  refusedWeight,
  requestedToCapacityRatio,
  scoreWeights,
  sharesOf,
} from '../../simulation/eks/scheduler/score.ts';
import { clusterOf } from './k8s-filters.ts';
import type { NodeRow, PodRow } from './k8s-objects.ts';
import { byName, nodeOf, podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface Given {
  readonly pod?: PodRow;
  readonly nodes?: readonly NodeRow[];
  readonly existingPods?: readonly PodRow[];
  readonly resources?: readonly ResourceWeight[];
  readonly shape?: readonly ShapePoint[];
  readonly node?: NodeRow;
  readonly preferredTerms?: readonly PreferredSchedulingTerm[];
  readonly schedulerAddedPreferredTerms?: readonly PreferredSchedulingTerm[];
}

type Count = (pod: Pod) => Amount;

/** The shares of a node with a pod, as amounts are counted for that score. */
const sharesAt = (pod: Pod, { node, pods }: Occupied, resources: readonly ResourceWeight[] | undefined, count: Count): readonly Share[] =>
  sharesOf(count(pod), pods.map(count).reduce(plus, none), amountOf(node.status?.allocatable), resources);

const scorers: Readonly<Record<string, (given: Given, pod: Pod, at: Occupied) => number>> = {
  LeastAllocated: ({ resources }, pod, at) => leastAllocated(sharesAt(pod, at, resources, scoredRequestOf)),
  MostAllocated: ({ resources }, pod, at) => mostAllocated(sharesAt(pod, at, resources, scoredRequestOf)),
  RequestedToCapacityRatio: ({ resources, shape = [] }, pod, at) =>
    requestedToCapacityRatio(sharesAt(pod, at, resources, scoredRequestOf), shape),
  BalancedAllocation: ({ resources }, pod, at) => balancedAllocation(sharesAt(pod, at, resources, requestOf)),
  BalancedAllocationByChange: ({ resources }, pod, { node, pods }) =>
    balanceChange(pod, pods.map(requestOf).reduce(plus, none), amountOf(node.status?.allocatable), resources),
};

/** What our scheduler makes of a row of `scheduler-scoring`. */
export const answerScoring: Answer = ({ kind = '', given: row }) => {
  const given = givenAs<Given>(row);
  const pod = podOf(given.pod ?? {});
  const cluster = clusterOf(given);
  const nodes = cluster.map(({ node }) => node);
  switch (kind) {
    case 'defaultWeights':
      return { weights: scoreWeights, filterOrder: Object.keys(filters) };
    case 'NodeAffinity':
      return { scores: byName(nodes, affinityScores(pod, nodes, given.schedulerAddedPreferredTerms)) };
    case 'NodeAffinityRaw':
      return { rawScore: preferenceWeight(given.preferredTerms, nodeOf(given.node ?? {})) };
    default: {
      const refused = refusedWeight(given.resources ?? []);
      if (refused !== undefined) return { configurationError: refused };
      if (kind.startsWith('Balanced') && asksForNothing(pod, given.resources)) return { skipped: true };
      const scorer = scorers[kind];
      if (scorer === undefined) throw new Error(`Rows of kind ${kind} have no answer yet.`);
      return {
        scores: byName(
          nodes,
          cluster.map((at) => scorer(given, pod, at)),
        ),
      };
    }
  }
};
