import type { Container, PodSpec, Words } from '../objects.ts';
import type { Quantity } from '../quantity.ts';
import { addQuantities, compareQuantities, parseQuantity } from '../quantity.ts';

/** An amount of each resource by its name. */
export type ResourceList = Readonly<Record<string, Quantity>>;

/** What to leave out of the effective amounts of a pod. */
export interface RequestOptions {
  readonly excludeOverhead?: boolean;
  readonly skipPodLevelResources?: boolean;
  /** What a container counts as that does not say what it asks for. */
  readonly unnamed?: Words;
}

type Side = 'requests' | 'limits';

const listOf = (words: Words = {}): ResourceList =>
  Object.fromEntries(Object.entries(words).map(([name, text]) => [name, parseQuantity(text)]));

/** Two lists as one: a resource of both is combined, a resource of one is kept. */
function merged(a: ResourceList, b: ResourceList, combine: (a: Quantity, b: Quantity) => Quantity): ResourceList {
  const both: Record<string, Quantity> = { ...a };
  for (const [name, quantity] of Object.entries(b)) both[name] = both[name] === undefined ? quantity : combine(both[name], quantity);
  return both;
}

const sum = (a: ResourceList, b: ResourceList): ResourceList => merged(a, b, addQuantities);
const largest = (a: ResourceList, b: ResourceList): ResourceList => merged(a, b, (x, y) => (compareQuantities(x, y) < 0 ? y : x));

/** What the containers need together: the main ones beside all sidecars, or an init container beside the earlier sidecars. */
function ofContainers({ containers, initContainers = [] }: PodSpec, side: Side, unnamed: Words = {}): ResourceList {
  const ofOne = ({ resources }: Container): ResourceList => listOf({ ...unnamed, ...resources?.[side] });
  let sidecars: ResourceList = {};
  let peak: ResourceList = {};
  for (const container of initContainers) {
    const together = sum(ofOne(container), sidecars);
    if (container.restartPolicy === 'Always') sidecars = together;
    peak = largest(peak, together);
  }
  return largest(sum(containers.map(ofOne).reduce(sum, {}), sidecars), peak);
}

const isPodLevel = (resource: string): boolean => resource === 'cpu' || resource === 'memory' || resource.startsWith('hugepages-');

function withoutOverhead(spec: PodSpec, side: Side, { skipPodLevelResources = false, unnamed }: RequestOptions): ResourceList {
  const ofPod = skipPodLevelResources ? {} : listOf(spec.resources?.[side]);
  return { ...ofContainers(spec, side, unnamed), ...Object.fromEntries(Object.entries(ofPod).filter(([name]) => isPodLevel(name))) };
}

/** The effective requests of a pod, as the scheduler and quotas count them. */
export function podRequests(spec: PodSpec, options: RequestOptions = {}): ResourceList {
  const requests = withoutOverhead(spec, 'requests', options);
  return options.excludeOverhead === true ? requests : sum(requests, listOf(spec.overhead));
}

/** The effective limits of a pod. Overhead adds to a limit that there is; it makes none. */
export function podLimits(spec: PodSpec, options: RequestOptions = {}): ResourceList {
  const limits = withoutOverhead(spec, 'limits', options);
  const overhead = options.excludeOverhead === true ? {} : listOf(spec.overhead);
  return sum(limits, Object.fromEntries(Object.entries(overhead).filter(([name]) => name in limits)));
}
