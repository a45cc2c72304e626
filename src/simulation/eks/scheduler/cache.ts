import type { Id } from '../../../model/json.ts';
import { PersistentMap } from '../../engine/persistent-map.ts';
import type { Pod } from '../objects.ts';
import type { Amount } from './amount.ts';
import { minus, none, plus, requestOf } from './amount.ts';
import { hostPorts } from './host-ports.ts';
import type { Used } from './node-fit.ts';

/** What the scheduler knows of a node: what is used of it, and how many pods of each owner it has. */
export interface NodeInfo extends Used {
  readonly owners: Readonly<Record<string, number>>;
}

interface Placed {
  readonly node: string;
  readonly asked: Amount;
  readonly owner: string;
  readonly ports: Used['ports'];
}

/**
 * The scheduler's own count of what is placed where. It is ahead of the API: a pod counts from the decision on, so
 * that the next decision does not use the same room twice.
 */
export interface SchedulerCache {
  readonly nodes: PersistentMap<NodeInfo>;
  readonly placed: PersistentMap<Placed>;
}

export const emptyCache: SchedulerCache = { nodes: PersistentMap.empty(), placed: PersistentMap.empty() };

const emptyNode: NodeInfo = { requested: none, ports: [], owners: {} };

/** What is known of a node by its name. */
export const nodeInfo = ({ nodes }: SchedulerCache, name: string): NodeInfo => nodes.get(name) ?? emptyNode;

/** The UID of the controller of a pod; pods of one owner are spread. */
export const ownerKey = ({ metadata }: Pod): string => metadata.ownerReferences?.[0]?.uid ?? '';

/** The cache with one more pod on a node. */
export function assume(cache: SchedulerCache, id: Id, pod: Pod, node: string): SchedulerCache {
  const asked = requestOf(pod);
  const owner = ownerKey(pod);
  const ports = hostPorts(pod.spec);
  const info = nodeInfo(cache, node);
  const owners = { ...info.owners, [owner]: (info.owners[owner] ?? 0) + 1 };
  return {
    nodes: cache.nodes.set(node, { requested: plus(info.requested, asked), ports: [...info.ports, ...ports], owners }),
    placed: cache.placed.set(id, { node, asked, owner, ports }),
  };
}

/** The cache without a pod; as it is when the pod was not placed. */
export function forget(cache: SchedulerCache, id: Id): SchedulerCache {
  const placed = cache.placed.get(id);
  if (placed === undefined) return cache;
  const info = nodeInfo(cache, placed.node);
  const { [placed.owner]: pods = 0, ...others } = info.owners;
  const ports = info.ports.filter((port) => !placed.ports.includes(port));
  const owners = pods > 1 ? { ...others, [placed.owner]: pods - 1 } : others;
  return {
    nodes: cache.nodes.set(placed.node, { requested: minus(info.requested, placed.asked), ports, owners }),
    placed: cache.placed.delete(id),
  };
}
