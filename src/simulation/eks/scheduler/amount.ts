import type { Pod, PodSpec, Words } from '../objects.ts';
import { milliValue, parseQuantity, wholeValue } from '../quantity.ts';
import type { ResourceList } from './pod-requests.ts';
import { podRequests } from './pod-requests.ts';

/** CPU in thousandths, memory in bytes, a number of pods, and any other resource in whole units. */
export type Amount = {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
  readonly [resource: string]: number;
};

/** Nothing at all. */
export const none: Amount = { cpu: 0, memory: 0, pods: 0 };

function combined(a: Amount, b: Amount, sign: 1 | -1): Amount {
  const both: { cpu: number; memory: number; pods: number; [resource: string]: number } = { ...a };
  for (const [resource, value] of Object.entries(b)) both[resource] = (both[resource] ?? 0) + sign * value;
  return both;
}

/** The sum of two amounts. */
export const plus = (a: Amount, b: Amount): Amount => combined(a, b, 1);

/** The first amount without the second. */
export const minus = (a: Amount, b: Amount): Amount => combined(a, b, -1);

const numbersOf = (list: ResourceList): Amount => ({
  ...none,
  ...Object.fromEntries(
    Object.entries(list).map(([name, quantity]) => [name, Number((name === 'cpu' ? milliValue : wholeValue)(quantity))]),
  ),
});

const read = new WeakMap<Words, Amount>();
const nothing: Words = {};

/** The amounts in a list of quantities, read once for each list; what is not listed is nothing. */
export function amountOf(words: Words = nothing): Amount {
  let amount = read.get(words);
  if (amount === undefined) {
    amount = numbersOf(Object.fromEntries(Object.entries(words).map(([name, text]) => [name, parseQuantity(text)])));
    read.set(words, amount);
  }
  return amount;
}

/** A reckoning over a pod, done once for each spec. */
function remembered(reckon: (spec: PodSpec) => Amount): (pod: Pick<Pod, 'spec'>) => Amount {
  const known = new WeakMap<PodSpec, Amount>();
  return ({ spec }) => {
    const amount = known.get(spec) ?? reckon(spec);
    known.set(spec, amount);
    return amount;
  };
}

/** What a pod asks for, its own place included. */
export const requestOf = remembered((spec) => ({ ...numbersOf(podRequests(spec)), pods: 1 }));

/** The same for scores, where a container that does not say counts as 100m and 200Mi. */
export const scoredRequestOf = remembered((spec) => numbersOf(podRequests(spec, { unnamed: { cpu: '100m', memory: '200Mi' } })));
