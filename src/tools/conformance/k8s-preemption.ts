import type { Pod } from '../../simulation/eks/objects.ts';
import { rejectionAmong } from '../../simulation/eks/scheduler/node-fit.ts';
import type { Budget, Candidate, Preemption } from '../../simulation/eks/scheduler/preemption.ts';
import { ineligibility, pickOneNode, preempt, selectVictims } from '../../simulation/eks/scheduler/preemption.ts';
import { unresolvable } from '../../simulation/eks/scheduler/rejection.ts';
import { clusterOf } from './k8s-filters.ts';
import type { NodeRow, PodRow } from './k8s-objects.ts';
import { podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface Given {
  readonly pod: PodRow;
  readonly nodes?: readonly NodeRow[];
  readonly existingPods?: readonly PodRow[];
  readonly podDisruptionBudgets?: readonly Budget[];
  readonly filterStatuses?: Readonly<Record<string, string>>;
  readonly nominatedNodeStatus?: string;
}

const names = (pods: readonly Pod[]): readonly string[] => pods.map(({ metadata }) => metadata.name).sort();

const candidateOf = (outcome: Preemption): Candidate | undefined => ('candidate' in outcome ? outcome.candidate : undefined);

/** What our scheduler makes of a row of `preemption`. */
export const answerPreemption: Answer = ({ kind, given: row, expect }) => {
  const given = givenAs<Given>(row);
  const [pod, cluster, budgets] = [podOf(given.pod), clusterOf(given), given.podDisruptionBudgets ?? []];
  const candidates = (): readonly Candidate[] =>
    cluster.map((at) => selectVictims(pod, at, cluster, budgets)).flatMap((outcome) => ('victims' in outcome ? [outcome] : []));
  switch (kind) {
    case 'attempt': {
      const outcome = preempt(pod, cluster, budgets, (node) => given.filterStatuses?.[node] === 'Unschedulable');
      const nominatedNode = candidateOf(outcome)?.node ?? null;
      const message = 'message' in outcome ? outcome.message : '';
      return { nominatedNode, message, statusCode: nominatedNode === null ? 'Unschedulable' : 'Success' };
    }
    case 'victims':
      return {
        candidates: candidates().map(({ node, victims, violations }) => ({ node, victims: names(victims), pdbViolations: violations })),
      };
    case 'nodeChoice': {
      const chosen = pickOneNode(candidates())?.node;
      const allowed = expect['nodeAnyOf'] as readonly string[];
      return { nodeAnyOf: chosen !== undefined && allowed.includes(chosen) ? allowed : [chosen] };
    }
    case 'eligible': {
      const nominated = given.nominatedNodeStatus === 'UnschedulableAndUnresolvable' ? unresolvable() : undefined;
      return { mayPreempt: ineligibility(pod, (given.existingPods ?? []).map(podOf), nominated) === undefined };
    }
    case 'wholeRun': {
      const resolvable = cluster
        .filter((at) => rejectionAmong(pod, at, cluster)?.resolvable === true)
        .map(({ node }) => node.metadata.name);
      const chosen = candidateOf(preempt(pod, cluster, budgets, (node) => resolvable.includes(node)));
      return { nominatedNode: chosen?.node ?? null, victims: names(chosen?.victims ?? []) };
    }
    default:
      throw new Error(`Rows of kind ${kind ?? ''} have no answer yet.`);
  }
};
