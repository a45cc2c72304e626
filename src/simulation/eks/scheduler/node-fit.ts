import { milliValue, parseQuantity, wholeValue } from '../quantity.ts';
import type { KubeNode, Pod, Taint, Toleration, Words } from '../objects.ts';

/** CPU in thousandths, memory in bytes, and a number of pods. */
export interface Amount {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}

/** Why a node cannot take a pod: the reasons of the first filter that rejects it, and whether freeing room might help. */
export interface Rejection {
  readonly reasons: readonly string[];
  readonly resolvable: boolean;
}

const known = new WeakMap<Words, Amount>();

/** The amounts in a list of quantities, read once for each list; what is not listed is nothing. */
export function amountOf(words: Words = nothing): Amount {
  let amount = known.get(words);
  if (amount === undefined) {
    const { cpu = '0', memory = '0', pods = '0' } = words;
    amount = { cpu: Number(milliValue(parseQuantity(cpu))), memory: whole(memory), pods: whole(pods) };
    known.set(words, amount);
  }
  return amount;
}

const nothing: Words = {};
const whole = (quantity: string): number => Number(wholeValue(parseQuantity(quantity)));

/** The sum of two amounts. */
export const plus = (a: Amount, b: Amount): Amount => ({ cpu: a.cpu + b.cpu, memory: a.memory + b.memory, pods: a.pods + b.pods });

/** The first amount without the second. */
export const minus = (a: Amount, b: Amount): Amount => ({ cpu: a.cpu - b.cpu, memory: a.memory - b.memory, pods: a.pods - b.pods });

/** Nothing at all. */
export const none: Amount = { cpu: 0, memory: 0, pods: 0 };

/** What a pod asks for: the sum over its containers, and its own place. */
export const requestOf = ({ spec }: Pod): Amount =>
  spec.containers.map(({ resources }) => amountOf(resources?.requests)).reduce(plus, { ...none, pods: 1 });

/** Whether a toleration accepts a taint. */
export const tolerates = (toleration: Toleration, taint: Taint): boolean =>
  (toleration.effect === undefined || toleration.effect === taint.effect) &&
  (toleration.key === undefined || toleration.key === taint.key) &&
  (toleration.operator === 'Exists' || (toleration.value ?? '') === (taint.value ?? ''));

/** Whether the node says no by itself, by a taint, or for want of room: in this order, and only the first is heard. */
export function rejection(pod: Pod, node: KubeNode, requested: Amount): Rejection | undefined {
  const { tolerations = [], nodeSelector = {} } = pod.spec;
  if (node.spec.unschedulable === true) return { reasons: ['node(s) were unschedulable'], resolvable: false };
  const repelled = node.spec.taints?.some(
    (taint) => taint.effect !== 'PreferNoSchedule' && !tolerations.some((toleration) => tolerates(toleration, taint)),
  );
  if (repelled === true) return { reasons: ['node(s) had untolerated taint(s)'], resolvable: false };
  if (Object.entries(nodeSelector).some(([name, value]) => node.metadata.labels?.[name] !== value)) {
    return { reasons: ["node(s) didn't match Pod's node affinity/selector"], resolvable: false };
  }
  return fitsRequest(requestOf(pod), amountOf(node.status?.allocatable), requested);
}

function fitsRequest(asked: Amount, allocatable: Amount, requested: Amount): Rejection | undefined {
  const reasons: string[] = [];
  if (requested.pods + 1 > allocatable.pods) reasons.push('Too many pods');
  if (asked.cpu > 0 && asked.cpu > allocatable.cpu - requested.cpu) reasons.push('Insufficient cpu');
  if (asked.memory > 0 && asked.memory > allocatable.memory - requested.memory) reasons.push('Insufficient memory');
  if (reasons.length === 0) return undefined;
  return { reasons, resolvable: asked.cpu <= allocatable.cpu && asked.memory <= allocatable.memory };
}
