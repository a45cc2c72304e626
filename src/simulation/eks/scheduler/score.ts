import type { Pod } from '../objects.ts';
import type { Amount } from './amount.ts';
import { requestOf } from './amount.ts';
import { MAX_NODE_SCORE } from './preference-scores.ts';

/** How much a resource counts in a score. */
export interface ResourceWeight {
  readonly name: string;
  readonly weight: number;
}

/** What would be asked of a resource of a node, with a pod on it, and what there is. */
export interface Share {
  /** How much of it the pod itself asks for. */
  readonly asked: number;
  readonly requested: number;
  readonly allocatable: number;
  readonly weight: number;
}

/** A point of the function of RequestedToCapacityRatio: a score from 0 to 10 at a utilization in percent. */
export interface ShapePoint {
  readonly utilization: number;
  readonly score: number;
}

/** The resources that count unless the scheduler is told otherwise. */
export const defaultResources: readonly ResourceWeight[] = [
  { name: 'cpu', weight: 1 },
  { name: 'memory', weight: 1 },
];

/** How much each plugin counts in the score of a node. All nodes have the images alike here, so ImageLocality decides nothing. */
export const scoreWeights = {
  TaintToleration: 3,
  NodeAffinity: 2,
  PodTopologySpread: 2,
  InterPodAffinity: 2,
  NodeResourcesFit: 1,
  NodeResourcesBalancedAllocation: 1,
  ImageLocality: 1,
};

const onEveryNode = ['cpu', 'memory', 'ephemeral-storage'];

/** The field of the scheduler's configuration that it refuses, if it does: weights go from 1 to 100. */
export function refusedWeight(resources: readonly ResourceWeight[]): string | undefined {
  const index = resources.findIndex(({ weight }) => weight < 1 || weight > 100);
  return index < 0 ? undefined : `scoringStrategy.resources[${index}].weight`;
}

/** The shares that count: not those that the node lacks, nor special resources that the pod does not ask for. */
export function sharesOf(asked: Amount, used: Amount, allocatable: Amount, resources = defaultResources): readonly Share[] {
  const shares: Share[] = [];
  for (const { name, weight } of resources) {
    const [own, capacity] = [asked[name] ?? 0, allocatable[name] ?? 0];
    if (capacity === 0 || (own === 0 && !onEveryNode.includes(name))) continue;
    shares.push({ asked: own, requested: own + (used[name] ?? 0), allocatable: capacity, weight });
  }
  return shares;
}

function weightedMean(shares: readonly Share[], score: (share: Share) => number): number {
  const weights = shares.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0 ? 0 : shares.reduce((sum, share) => sum + score(share) * share.weight, 0) / weights;
}

/** LeastAllocated, the default: prefers the node with the most room left. */
export const leastAllocated = (shares: readonly Share[]): number =>
  Math.floor(
    weightedMean(shares, ({ requested, allocatable }) => Math.floor((Math.max(0, allocatable - requested) * MAX_NODE_SCORE) / allocatable)),
  );

/** MostAllocated: prefers the fullest node that still has room. */
export const mostAllocated = (shares: readonly Share[]): number =>
  Math.floor(
    weightedMean(shares, ({ requested, allocatable }) => Math.floor((Math.min(requested, allocatable) * MAX_NODE_SCORE) / allocatable)),
  );

/** The value of a function between its points, in whole numbers; flat before the first and after the last. */
function interpolated(points: readonly ShapePoint[], utilization: number): number {
  const next = points.findIndex((point) => utilization <= point.utilization);
  const [from, to] = [points[next - 1], points[next]];
  if (to === undefined) return points.at(-1)?.score ?? 0;
  if (from === undefined) return to.score;
  return from.score + Math.trunc(((to.score - from.score) * (utilization - from.utilization)) / (to.utilization - from.utilization));
}

/** RequestedToCapacityRatio: the score of the utilization on given lines; resources that score nothing do not count. */
export function requestedToCapacityRatio(shares: readonly Share[], shape: readonly ShapePoint[]): number {
  const points = shape.map(({ utilization, score }) => ({ utilization, score: score * 10 }));
  const scoreOf = ({ requested, allocatable }: Share): number =>
    interpolated(points, requested > allocatable ? 100 : Math.floor((requested * 100) / allocatable));
  return Math.round(
    weightedMean(
      shares.filter((share) => scoreOf(share) > 0),
      scoreOf,
    ),
  );
}

/** How evenly resources would be used: 100 when all to the same fraction. */
export function balancedAllocation(shares: readonly Share[]): number {
  const fractions = shares.map(({ requested, allocatable }) => Math.min(1, requested / allocatable));
  const [a = 0, b = a] = fractions;
  if (fractions.length <= 2) return Math.trunc((1 - Math.abs(a - b) / 2) * MAX_NODE_SCORE);
  const mean = fractions.reduce((sum, one) => sum + one, 0) / fractions.length;
  const variance = fractions.reduce((sum, one) => sum + (one - mean) ** 2, 0) / fractions.length;
  return Math.trunc((1 - Math.sqrt(variance)) * MAX_NODE_SCORE);
}

/** Whether a pod asks for none of the resources; balance then says nothing about it. */
export const asksForNothing = (pod: Pick<Pod, 'spec'>, resources = defaultResources): boolean =>
  resources.every(({ name }) => (requestOf(pod)[name] ?? 0) === 0);

/** NodeResourcesBalancedAllocation since December 2025: how a pod changes the balance of a node; 75 is no change. */
export function balanceChange(pod: Pick<Pod, 'spec'>, used: Amount, allocatable: Amount, resources = defaultResources): number {
  const withPod = sharesOf(requestOf(pod), used, allocatable, resources);
  const without = withPod.map((share) => ({ ...share, requested: share.requested - share.asked }));
  return 50 + Math.trunc((50 + balancedAllocation(withPod) - balancedAllocation(without)) / 2);
}

/** Prefers the node with the fewest pods of the same owner, among counts from `least` to `most`. */
export const spreadScore = (pods: number, least: number, most: number): number =>
  most === least ? MAX_NODE_SCORE : Math.floor((MAX_NODE_SCORE * (most - pods)) / (most - least));
