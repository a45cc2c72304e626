import type { Id } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { chance } from '../../engine/world.ts';
import type { KubeNode, Pod } from '../objects.ts';
import { every } from '../store.ts';
import { amountOf, plus, scoredRequestOf } from './amount.ts';
import type { NodeInfo, SchedulerCache } from './cache.ts';
import { keptFrom, nodeInfo, ownerKey, placedOn } from './cache.ts';
import { fitError } from './message.ts';
import { candidateNames, CONFLICT, NOT_NAMED } from './node-affinity.ts';
import type { Fit, Used } from './node-fit.ts';
import { rejection, usedBy } from './node-fit.ts';
import { affinityOf } from './pod-affinity.ts';
import { preemptFor } from './preempt-for.ts';
import type { Candidate } from './preemption.ts';
import { affinityScores, taintScores } from './preference-scores.ts';
import type { Rejection } from './rejection.ts';
import { unresolvable } from './rejection.ts';
import { balanceChange, leastAllocated, scoreWeights, sharesOf, spreadScore } from './score.ts';
import { spreadOf } from './topology-spread.ts';

/** Where a pod goes, or why it goes nowhere now, and which pods have to leave which node for it. */
export type Placement = { readonly nodeName: string } | { readonly message: string; readonly candidate?: Candidate };

interface Feasible {
  readonly node: KubeNode;
  readonly info: NodeInfo;
}

/** Filters the nodes, scores those that are left, and takes the best; chance decides among equals. */
export function scheduleOne(world: World, cache: SchedulerCache, id: Id, pod: Pod): Placement {
  const nodes = [...every(world, 'Node')].map(({ body }) => body);
  const named = candidateNames(pod.spec);
  const rejections: Rejection[] = [];
  const feasible: Feasible[] = [];
  const around = countedAround(cache, pod, nodes);
  const kept = keptFrom(cache, id, pod);
  for (const node of nodes) {
    const info = nodeInfo(cache, node.metadata.name);
    const isNamed = named?.includes(node.metadata.name) ?? true;
    const rejected = isNamed
      ? rejection({ pod, node, used: withKept(info, kept.get(node.metadata.name)), ...around })
      : unresolvable(NOT_NAMED);
    if (rejected === undefined) feasible.push({ node, info });
    else rejections.push(rejected);
  }
  const best = bestOf(world, id, pod, feasible);
  if (best !== undefined) return { nodeName: best };
  const preemption = preemptFor(world, cache, pod, nodes, rejections, kept);
  const conflict = named?.length === 0 ? CONFLICT : undefined;
  return 'candidate' in preemption
    ? { message: fitError(rejections, conflict), candidate: preemption.candidate }
    : { message: fitError(rejections, conflict, preemption.message) };
}

/** What is used of a node, with what it keeps for other pods. */
function withKept(info: NodeInfo, kept: readonly Pod[] = []): Used {
  const more = usedBy(kept);
  return kept.length === 0 ? info : { requested: plus(info.requested, more.requested), ports: [...info.ports, ...more.ports] };
}

/** What is counted over all nodes for the pod's rules about others, and for those of others about it. */
function countedAround(cache: SchedulerCache, pod: Pod, nodes: readonly KubeNode[]): Pick<Fit, 'spread' | 'affinity'> {
  const { topologySpreadConstraints = [], affinity } = pod.spec;
  const looksAround = affinity?.podAffinity !== undefined || affinity?.podAntiAffinity !== undefined || cache.avoiding > 0;
  if (!looksAround && topologySpreadConstraints.length === 0) return {};
  const cluster = placedOn(cache, nodes);
  return { spread: spreadOf(pod, cluster), ...(looksAround ? { affinity: affinityOf(pod, cluster) } : {}) };
}

function bestOf(world: World, id: Id, pod: Pod, feasible: readonly Feasible[]): string | undefined {
  const nodes = feasible.map(({ node }) => node);
  const own = feasible.map(({ info }) => info.owners[ownerKey(pod)] ?? 0);
  const [least, most] = [Math.min(...own), Math.max(...own)];
  const [byTaints, byAffinity] = [taintScores(pod, nodes), affinityScores(pod, nodes)];
  const weights = scoreWeights;
  const scores = feasible.map(
    ({ node, info }, index) =>
      weights.TaintToleration * (byTaints[index] ?? 0) +
      weights.NodeAffinity * (byAffinity[index] ?? 0) +
      weights.PodTopologySpread * spreadScore(own[index] ?? 0, least, most) +
      resourceScore(pod, node, info),
  );
  const top = Math.max(...scores);
  return luckiest(
    world,
    id,
    nodes.filter((_, index) => scores[index] === top),
  );
}

/** Lots are drawn among equals alone: a lot for every node would cost as much as its score. */
function luckiest(world: World, id: Id, equals: readonly KubeNode[]): string | undefined {
  const names = equals.map(({ metadata }) => metadata.name);
  if (names.length <= 1) return names[0];
  const lots = names.map((name) => chance(world, `${id} on ${name}`));
  return names[lots.indexOf(Math.max(...lots))];
}

function resourceScore(pod: Pod, node: KubeNode, { requested, scored }: NodeInfo): number {
  const allocatable = amountOf(node.status?.allocatable);
  return (
    scoreWeights.NodeResourcesFit * leastAllocated(sharesOf(scoredRequestOf(pod), scored, allocatable)) +
    scoreWeights.NodeResourcesBalancedAllocation * balanceChange(pod, requested, allocatable)
  );
}
