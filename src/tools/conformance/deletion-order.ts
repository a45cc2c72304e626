import type { Pod } from '../../simulation/eks/objects.ts';
import { activePodsWithRanks, getPodsToDelete } from '../../simulation/eks/replica-set/pods-to-delete.ts';
import type { Answer, Row } from './table.ts';
import { givenAs } from './table.ts';

interface PodRow {
  readonly name: string;
  readonly nodeName: string;
  readonly phase: string;
  readonly ready: boolean;
  readonly restarts: readonly number[];
  readonly readyForSeconds: number | null;
  readonly ageSeconds: number | null;
  readonly deletionCost: number | null;
  readonly rank?: number;
}

const NOW = Date.UTC(2026, 0, 1);

const ago = (seconds: number | null): string | undefined => (seconds === null ? undefined : new Date(NOW - seconds * 1000).toISOString());

function podOf({ name, nodeName, phase, ready, restarts, readyForSeconds, ageSeconds, deletionCost }: PodRow): Pod {
  const [created, turned] = [ago(ageSeconds), ago(readyForSeconds)];
  const cost = deletionCost === null ? {} : { annotations: { 'controller.kubernetes.io/pod-deletion-cost': `${deletionCost}` } };
  const isReady = { type: 'Ready', status: ready ? 'True' : 'False', ...(turned === undefined ? {} : { lastTransitionTime: turned }) };
  return {
    metadata: { name, ...(created === undefined ? {} : { creationTimestamp: created }), ...cost },
    spec: { containers: [], ...(nodeName === '' ? {} : { nodeName }) },
    status: { phase, conditions: [isReady], containerStatuses: restarts.map((restartCount) => ({ name: 'main', restartCount })) },
  };
}

const compare = (first: PodRow, second: PodRow): number =>
  activePodsWithRanks({ pod: podOf(first), rank: first.rank ?? 0 }, { pod: podOf(second), rank: second.rank ?? 0 }, NOW);

/** What our ReplicaSet controller makes of a row of `replicaset-deletion-order`. */
export const answerDeletionOrder: Answer = ({ kind, given }: Row) => {
  switch (kind) {
    case 'compare': {
      const { first, second, podDeletionCostEnabled } = givenAs<{
        readonly first: PodRow;
        readonly second: PodRow;
        readonly podDeletionCostEnabled: boolean;
      }>(given);
      const seen = (pod: PodRow): PodRow => (podDeletionCostEnabled ? pod : { ...pod, deletionCost: null });
      const order = compare(seen(first), seen(second));
      return { order: order < 0 ? 'first' : order === 0 ? 'tie' : 'second' };
    }
    case 'sort':
      return {
        order: [...(given['pods'] as readonly PodRow[])]
          .reverse()
          .sort(compare)
          .map(({ name }) => name),
      };
    case 'pods-to-delete': {
      const { pods, relatedPods, count } = givenAs<{
        readonly pods: readonly PodRow[];
        readonly relatedPods: readonly PodRow[];
        readonly count: number;
      }>(given);
      return { deleted: getPodsToDelete(pods.map(podOf), relatedPods.map(podOf), count, NOW).map(({ metadata }) => metadata.name) };
    }
    default:
      throw new Error(`Rows of kind ${kind ?? ''} have no answer yet.`);
  }
};
