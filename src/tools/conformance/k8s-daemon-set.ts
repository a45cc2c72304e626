import type { DaemonPod, Limits, RollingUpdateDaemonSet } from '../../simulation/eks/daemon-set/rolling-update.ts';
import { daemonLimits, daemonPass } from '../../simulation/eks/daemon-set/rolling-update.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface Step {
  readonly sync?: boolean;
  readonly allReady?: boolean;
  readonly newTemplate?: boolean;
  readonly maxUnavailable?: RollingUpdateDaemonSet['maxUnavailable'];
}

interface Given extends RollingUpdateDaemonSet {
  readonly nodes: number;
  readonly steps: readonly Step[];
  readonly untoleratedTaint?: boolean;
}

const namesOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `node-${index}`);

/** The pods after one pass; what is deleted is gone, what is created is not available yet. */
function afterPass(nodes: readonly string[], pods: readonly DaemonPod[], limits: Limits) {
  const { deletes, creates } = daemonPass(nodes, pods, limits);
  const created = creates.map((node): DaemonPod => ({ node, isCurrent: true, isAvailable: false }));
  return {
    pods: [...pods.filter((pod) => !deletes.includes(pod)), ...created],
    counts: { created: creates.length, deleted: deletes.length },
  };
}

/** Plays the steps of a row from a DaemonSet that is complete and has just got a new template. */
function rollout({ steps, untoleratedTaint, ...given }: Given): Readonly<Record<string, unknown>> {
  const all = namesOf(given.nodes);
  const nodes = untoleratedTaint === true ? all.slice(1) : all;
  let limits = daemonLimits(given, nodes.length);
  let pods: readonly DaemonPod[] = all.map((node) => ({ node, isCurrent: false, isAvailable: true }));
  const syncs: unknown[] = [];
  for (const { sync, allReady, newTemplate, maxUnavailable } of steps) {
    if (maxUnavailable !== undefined) limits = daemonLimits({ ...given, maxUnavailable }, nodes.length);
    if (newTemplate === true) pods = pods.map((pod) => ({ ...pod, isCurrent: false }));
    if (allReady === true) pods = pods.map((pod) => ({ ...pod, isAvailable: true }));
    if (sync === true) {
      const after = afterPass(nodes, pods, limits);
      pods = after.pods;
      syncs.push(after.counts);
    }
  }
  return { syncs, oldReadyPods: pods.filter(({ isCurrent, isAvailable }) => !isCurrent && isAvailable).length };
}

/** What our DaemonSet controller makes of a row of `daemonset-update`. */
export const answerDaemonSet: Answer = ({ kind, given: row }) => {
  const given = givenAs<Given>(row);
  if (kind === 'rollout') return rollout(given);
  return { ...daemonLimits(given, given.nodes), desiredNumberScheduled: given.nodes };
};
