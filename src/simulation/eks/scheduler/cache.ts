import type { Id } from '../../../model/json.ts';
import { PersistentMap } from '../../engine/persistent-map.ts';
import type { KubeNode, Pod } from '../objects.ts';
import type { Amount } from './amount.ts';
import { minus, none, plus, requestOf, scoredRequestOf } from './amount.ts';
import type { Cluster } from './cluster.ts';
import { hostPorts } from './host-ports.ts';
import type { Used } from './node-fit.ts';
import { antiAffinityTerms } from './pod-affinity.ts';
import { priorityOf } from './priority.ts';

/** What the scheduler knows of a node: what is used of it, as filters and as scores count it, and the pods of each owner. */
export interface NodeInfo extends Used {
  readonly scored: Amount;
  readonly owners: Readonly<Record<string, number>>;
}

interface Placed {
  readonly node: string;
  readonly pod: Pod;
}

/**
 * The scheduler's own count of what is placed where. It is ahead of the API: a pod counts from the decision on, so
 * that the next decision does not use the same room twice.
 */
export interface SchedulerCache {
  readonly nodes: PersistentMap<NodeInfo>;
  readonly placed: PersistentMap<Placed>;
  /** How many of the placed pods want to be away from others. */
  readonly avoiding: number;
  /** How many of the placed pods have each priority. */
  readonly priorities: Readonly<Record<string, number>>;
  /** Pods for which others were preempted, each with the node that is being freed for it. */
  readonly nominated: PersistentMap<Placed>;
}

export const emptyCache: SchedulerCache = {
  nodes: PersistentMap.empty(),
  placed: PersistentMap.empty(),
  avoiding: 0,
  priorities: {},
  nominated: PersistentMap.empty(),
};

const emptyNode: NodeInfo = { requested: none, scored: none, ports: [], owners: {} };

/** What is known of a node by its name. */
export const nodeInfo = ({ nodes }: SchedulerCache, name: string): NodeInfo => nodes.get(name) ?? emptyNode;

/** The UID of the controller of a pod; pods of one owner are spread. */
export const ownerKey = ({ metadata }: Pod): string => metadata.ownerReferences?.[0]?.uid ?? '';

const avoids = (pod: Pod): number => (antiAffinityTerms(pod).length > 0 ? 1 : 0);

/** The cache with one more pod on a node. */
export function assume(cache: SchedulerCache, id: Id, pod: Pod, node: string): SchedulerCache {
  const owner = ownerKey(pod);
  const info = nodeInfo(cache, node);
  const next: NodeInfo = {
    requested: plus(info.requested, requestOf(pod)),
    scored: plus(info.scored, scoredRequestOf(pod)),
    ports: [...info.ports, ...hostPorts(pod.spec)],
    owners: { ...info.owners, [owner]: (info.owners[owner] ?? 0) + 1 },
  };
  return {
    nodes: cache.nodes.set(node, next),
    placed: cache.placed.set(id, { node, pod }),
    avoiding: cache.avoiding + avoids(pod),
    priorities: counted(cache, pod, 1),
    nominated: cache.nominated.delete(id),
  };
}

const counted = ({ priorities }: SchedulerCache, pod: Pod, change: number): SchedulerCache['priorities'] => ({
  ...priorities,
  [priorityOf(pod)]: (priorities[priorityOf(pod)] ?? 0) + change,
});

/** Whether any placed pod is less important than this one. */
export const hasLower = ({ priorities }: SchedulerCache, pod: Pod): boolean =>
  Object.entries(priorities).some(([priority, pods]) => pods > 0 && Number(priority) < priorityOf(pod));

/** The cache with a node kept for a pod, until it is placed or gone. */
export const nominate = (cache: SchedulerCache, id: Id, pod: Pod, node: string): SchedulerCache => ({
  ...cache,
  nominated: cache.nominated.set(id, { node, pod }),
});

/** What nodes keep for pods that are as important as this one or more, by node. */
export function keptFrom({ nominated }: SchedulerCache, id: Id, pod: Pod): ReadonlyMap<string, readonly Pod[]> {
  const kept = new Map<string, readonly Pod[]>();
  for (const [other, { node, pod: nominee }] of nominated) {
    if (other !== id && priorityOf(nominee) >= priorityOf(pod)) kept.set(node, [...(kept.get(node) ?? []), nominee]);
  }
  return kept;
}

/** The cache without a pod. */
export function forget(cache: SchedulerCache, id: Id): SchedulerCache {
  const placed = cache.placed.get(id);
  if (placed === undefined) return cache.nominated.has(id) ? { ...cache, nominated: cache.nominated.delete(id) } : cache;
  const { node, pod } = placed;
  const info = nodeInfo(cache, node);
  const { [ownerKey(pod)]: pods = 0, ...others } = info.owners;
  const ports = hostPorts(pod.spec);
  const next: NodeInfo = {
    requested: minus(info.requested, requestOf(pod)),
    scored: minus(info.scored, scoredRequestOf(pod)),
    ports: info.ports.filter((port) => !ports.includes(port)),
    owners: pods > 1 ? { ...others, [ownerKey(pod)]: pods - 1 } : others,
  };
  return {
    ...cache,
    nodes: cache.nodes.set(node, next),
    placed: cache.placed.delete(id),
    avoiding: cache.avoiding - avoids(pod),
    priorities: counted(cache, pod, -1),
  };
}

/** Every node with the pods that are placed on it. Looks at all pods: only for rules that look further than one node. */
export function placedOn(
  { placed }: SchedulerCache,
  nodes: readonly KubeNode[],
  asNow: (id: Id, pod: Pod) => Pod = (_, pod) => pod,
): Cluster {
  const byNode = Map.groupBy(placed.entries(), ([, { node }]) => node);
  return nodes.map((node) => ({ node, pods: (byNode.get(node.metadata.name) ?? []).map(([id, { pod }]) => asNow(id, pod)) }));
}
