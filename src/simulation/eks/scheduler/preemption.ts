import type { LabelSelector } from '../label-selector.ts';
import { matchesSelector } from '../label-selector.ts';
import type { Pod } from '../objects.ts';
import { conditionOf } from '../objects.ts';
import type { Cluster, Occupied } from './cluster.ts';
import { namespaceOf } from './cluster.ts';
import { HOPELESS, NO_VICTIMS, preemptionText } from './message.ts';
import { rejectionAmong } from './node-fit.ts';
import { priorityOf } from './priority.ts';
import type { Rejection } from './rejection.ts';
import { unresolvable } from './rejection.ts';

/** What preemption reads of a PodDisruptionBudget. */
export interface Budget {
  readonly metadata: { readonly namespace?: string };
  readonly spec: { readonly selector?: LabelSelector };
  readonly status: { readonly disruptionsAllowed: number; readonly disruptedPods?: Readonly<Record<string, string>> };
}

/** A node that would take a pod once its victims are gone. */
export interface Candidate {
  readonly node: string;
  /** From the most to the least important. */
  readonly victims: readonly Pod[];
  /** How many of them their budgets would rather keep. */
  readonly violations: number;
}

/** What preemption comes to: a node to free of its victims, or the text that goes with the failure. */
export type Preemption = { readonly candidate: Candidate } | { readonly message: string };

const startOf = ({ status }: Pod): number => (status?.startTime === undefined ? Number.POSITIVE_INFINITY : Date.parse(status.startTime));

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Sorts the more important first: by priority, then by how long a pod runs. */
const byImportance = (a: Pod, b: Pod): number => priorityOf(b) - priorityOf(a) || compare(startOf(a), startOf(b));

/** The pods, in order of importance, whose eviction their budgets do not allow. */
function violatingPods(pods: readonly Pod[], budgets: readonly Budget[]): ReadonlySet<Pod> {
  const left = budgets.map(({ status }) => status.disruptionsAllowed);
  const isFor = ({ metadata, spec, status }: Budget, pod: Pod): boolean => {
    const { matchLabels = {}, matchExpressions = [] } = spec.selector ?? {};
    const isEmpty = Object.keys(matchLabels).length + matchExpressions.length === 0;
    const labels = pod.metadata.labels ?? {};
    return (
      !isEmpty &&
      Object.keys(labels).length > 0 &&
      (metadata.namespace ?? 'default') === namespaceOf(pod) &&
      matchesSelector({ matchLabels, matchExpressions }, labels) &&
      status.disruptedPods?.[pod.metadata.name] === undefined
    );
  };
  const violating = pods.filter((pod) => {
    const own = budgets.flatMap((budget, index) => (isFor(budget, pod) ? [index] : []));
    for (const index of own) left[index] = (left[index] ?? 0) - 1;
    return own.some((index) => (left[index] ?? 0) < 0);
  });
  return new Set(violating);
}

/** Which pods would have to leave a node for a pod, as few and as unimportant as can be; or why that would not help. */
export function selectVictims(pod: Pod, at: Occupied, cluster: Cluster, budgets: readonly Budget[] = []): Candidate | Rejection {
  const lower = at.pods.filter((one) => priorityOf(one) < priorityOf(pod)).sort(byImportance);
  if (lower.length === 0) return unresolvable(NO_VICTIMS);
  const rejectionWithout = (gone: ReadonlySet<Pod>): Rejection | undefined => {
    const left = { node: at.node, pods: at.pods.filter((one) => !gone.has(one)) };
    return rejectionAmong(
      pod,
      left,
      cluster.map((one) => (one === at ? left : one)),
    );
  };
  const victims = new Set(lower);
  const rejected = rejectionWithout(victims);
  if (rejected !== undefined) return rejected;
  const violating = violatingPods(lower, budgets);
  for (const one of [...lower.filter((other) => violating.has(other)), ...lower.filter((other) => !violating.has(other))]) {
    victims.delete(one);
    if (rejectionWithout(victims) !== undefined) victims.add(one);
  }
  const gone = lower.filter((one) => victims.has(one));
  return { node: at.node.metadata.name, victims: gone, violations: gone.filter((one) => violating.has(one)).length };
}

const MAX_INT_32 = 2 ** 31;

/** What is compared between nodes, one after the other: the lower the better. */
const criteria: readonly ((candidate: Candidate) => number)[] = [
  ({ violations }) => violations,
  ({ victims }) => Math.max(...victims.map(priorityOf)),
  ({ victims }) => victims.reduce((sum, victim) => sum + priorityOf(victim) + MAX_INT_32, 0),
  ({ victims }) => victims.length,
  ({ victims }) => {
    const highest = Math.max(...victims.map(priorityOf));
    return -Math.min(...victims.filter((victim) => priorityOf(victim) === highest).map(startOf));
  },
];

/** The node whose victims are the least loss; the first among equals. */
export function pickOneNode(candidates: readonly Candidate[]): Candidate | undefined {
  let left = candidates;
  for (const cost of criteria) {
    const least = Math.min(...left.map(cost));
    left = left.filter((candidate) => cost(candidate) === least);
  }
  return left[0];
}

/** Why a pod may not preempt others; undefined when it may. `nominated` is what filtering said of the node that it waits for. */
export function ineligibility(pod: Pod, cluster: readonly Pod[], nominated?: Rejection): string | undefined {
  if (pod.spec.preemptionPolicy === 'Never') return 'not eligible due to preemptionPolicy=Never.';
  const node = pod.status?.nominatedNodeName ?? '';
  if (node === '' || nominated?.resolvable === false) return undefined;
  const isLeaving = cluster.some(({ metadata, spec, status }) => {
    const target = conditionOf(status?.conditions, 'DisruptionTarget');
    return (
      spec.nodeName === node &&
      metadata.deletionTimestamp !== undefined &&
      (spec.priority ?? 0) < priorityOf(pod) &&
      target?.status === 'True' &&
      target.reason === 'PreemptionByScheduler'
    );
  });
  return isLeaving ? 'not eligible due to a terminating pod on the nominated node.' : undefined;
}

/** Looks for a node to free. Only nodes that room might help are tried: `resolvable` says which. */
export function preempt(pod: Pod, cluster: Cluster, budgets: readonly Budget[], resolvable: (node: string) => boolean): Preemption {
  const reason = ineligibility(
    pod,
    cluster.flatMap(({ pods }) => pods),
  );
  if (reason !== undefined) return { message: `preemption: ${reason}` };
  const outcomes = cluster.map((at) =>
    resolvable(at.node.metadata.name) ? selectVictims(pod, at, cluster, budgets) : unresolvable(HOPELESS),
  );
  const candidate = pickOneNode(outcomes.flatMap((outcome) => ('victims' in outcome ? [outcome] : [])));
  if (candidate !== undefined) return { candidate };
  return { message: preemptionText(outcomes.flatMap((outcome) => ('reasons' in outcome ? [outcome.reasons] : []))) };
}
