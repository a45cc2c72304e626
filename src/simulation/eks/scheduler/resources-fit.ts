import type { Amount } from './amount.ts';
import type { Rejection } from './rejection.ts';

/** A resource of which a node has too little left for a pod. */
export interface InsufficientResource {
  readonly resource: string;
  readonly reason: string;
  readonly requested: number;
  readonly used: number;
  readonly capacity: number;
  /** The whole node has too little. */
  readonly unresolvable: boolean;
}

/** Extended resources that the scheduler is told to leave to others, by name or by the part before the slash. */
export interface Ignored {
  readonly resources?: readonly string[];
  readonly groups?: readonly string[];
}

const inOrder = ['cpu', 'memory', 'ephemeral-storage'];

const isScalar = (resource: string): boolean => resource.includes('/') || /^(hugepages|attachable-volumes)-/.test(resource);

const isExtended = (resource: string): boolean =>
  resource.includes('/') && !resource.includes('kubernetes.io/') && !resource.startsWith('requests.');

const checked = new WeakMap<Amount, readonly string[]>();

/** The resources to check for what a pod asks, in order; worked out once, and asked of every node. */
function resourcesIn(asked: Amount): readonly string[] {
  const known = checked.get(asked) ?? [...inOrder, ...Object.keys(asked).filter(isScalar)].filter((one) => (asked[one] ?? 0) !== 0);
  checked.set(asked, known);
  return known;
}

function isIgnored(resource: string, { resources = [], groups = [] }: Ignored): boolean {
  const [group = ''] = resource.split('/');
  return isExtended(resource) && (resources.includes(resource) || groups.includes(group));
}

/** Everything that a node has too little of: its places for pods first, then each resource that the pod asks for. */
export function insufficientResources(
  asked: Amount,
  allocatable: Amount,
  used: Amount,
  ignored: Ignored = {},
): readonly InsufficientResource[] {
  const lacking: InsufficientResource[] = [];
  if (used.pods + 1 > allocatable.pods) {
    lacking.push({
      resource: 'pods',
      reason: 'Too many pods',
      requested: 1,
      used: used.pods,
      capacity: allocatable.pods,
      unresolvable: false,
    });
  }
  for (const resource of resourcesIn(asked)) {
    const [requested, capacity, taken] = [asked[resource] ?? 0, allocatable[resource] ?? 0, used[resource] ?? 0];
    if (requested <= capacity - taken || isIgnored(resource, ignored)) continue;
    const reason = `Insufficient ${resource}`;
    lacking.push({ resource, reason, requested, used: taken, capacity, unresolvable: requested > capacity });
  }
  return lacking;
}

/** What a node lacks, as the rejection of a pod; undefined when it lacks nothing. */
export const resourceRejection = (lacking: readonly InsufficientResource[]): Rejection | undefined =>
  lacking.length === 0 ? undefined : { reasons: lacking.map(({ reason }) => reason), resolvable: !lacking.some((one) => one.unresolvable) };
