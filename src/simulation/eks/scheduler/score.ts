import type { Amount } from './amount.ts';

const MAX_NODE_SCORE = 100;
const SPREAD_WEIGHT = 2;

/** How much of one resource would be left on a node, from 0 to 100. */
export function leastRequestedScore(requested: number, capacity: number): number {
  if (capacity === 0 || requested > capacity) return 0;
  return Math.floor(((capacity - requested) * MAX_NODE_SCORE) / capacity);
}

/** LeastAllocated: prefers the node with the most room left, CPU and memory counted alike. */
export const leastAllocated = (after: Amount, allocatable: Amount): number =>
  Math.floor((leastRequestedScore(after.cpu, allocatable.cpu) + leastRequestedScore(after.memory, allocatable.memory)) / 2);

/** Prefers the node with the fewest pods of the same owner, among counts from `least` to `most`. */
export const spreadScore = (pods: number, least: number, most: number): number =>
  most === least ? MAX_NODE_SCORE : Math.floor((MAX_NODE_SCORE * (most - pods)) / (most - least));

/** The score of a node: the sum that the scheduler compares. */
export const nodeScore = (resources: number, spread: number): number => resources + SPREAD_WEIGHT * spread;
