import type { LabelSelectorRequirement, Labels } from '../../simulation/eks/label-selector.ts';
import type { NodeAffinity } from '../../simulation/eks/scheduler/node-affinity.ts';
import {
  affinityRejection,
  candidateNames,
  CONFLICT,
  enforcedRejection,
  matchesNode,
} from '../../simulation/eks/scheduler/node-affinity.ts';
import type { NodeSelectorTerm } from '../../simulation/eks/scheduler/node-selector.ts';
import { matchesTerms, meetsExpressions } from '../../simulation/eks/scheduler/node-selector.ts';
import { verdict } from './k8s-filters.ts';
import type { NodeRow, PodRow } from './k8s-objects.ts';
import { nodeOf, podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface Given {
  readonly pod: PodRow;
  readonly node: NodeRow;
  readonly schedulerAddedAffinity?: NodeAffinity;
  readonly nodeSelectorTerms: readonly NodeSelectorTerm[];
  readonly matchExpressions: readonly LabelSelectorRequirement[];
  readonly labels: Labels;
}

/** What our scheduler makes of a row of `scheduler-node-affinity`. */
export const answerNodeAffinity: Answer = ({ kind, given: row }) => {
  const given = givenAs<Given>(row);
  switch (kind) {
    case 'match':
      return { matches: matchesNode(podOf(given.pod).spec, nodeOf(given.node)).matches };
    case 'nodeSelectorTerms':
      return { matches: matchesTerms(given.nodeSelectorTerms, nodeOf(given.node)).matches };
    case 'requirements':
      return { matches: meetsExpressions(given.matchExpressions, given.labels) };
    case 'filter': {
      const [{ spec }, node] = [podOf(given.pod), nodeOf(given.node)];
      const candidates = candidateNames(spec);
      const named = candidates === undefined ? {} : { candidateNodeNames: candidates };
      return {
        ...verdict(enforcedRejection(given.schedulerAddedAffinity ?? {}, node) ?? affinityRejection(spec, node)),
        ...(candidates?.length === 0 ? { rejectedBeforeFiltering: CONFLICT } : named),
      };
    }
    default:
      throw new Error(`Rows of kind ${kind ?? ''} have no answer yet.`);
  }
};
