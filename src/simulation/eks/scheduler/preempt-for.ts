import type { World } from '../../engine/world.ts';
import type { StoredBudget } from '../disruption/eviction.ts';
import type { KubeNode, Pod } from '../objects.ts';
import { every, find } from '../store.ts';
import type { SchedulerCache } from './cache.ts';
import { hasLower, placedOn } from './cache.ts';
import { noLowerPod } from './message.ts';
import type { Budget, Preemption } from './preemption.ts';
import { preempt } from './preemption.ts';
import type { Rejection } from './rejection.ts';

/** Looks for victims where any placed pod is less important; `rejections` says what filtering said of each node, `kept` for whom it is being freed already. */
export function preemptFor(
  world: World,
  cache: SchedulerCache,
  pod: Pod,
  nodes: readonly KubeNode[],
  rejections: readonly Rejection[],
  kept: ReadonlyMap<string, readonly Pod[]>,
): Preemption {
  if (!hasLower(cache, pod)) return { message: noLowerPod(rejections) };
  const cluster = placedOn(cache, nodes, (id, placed) => find(world, 'Pod', id)?.body ?? placed).map(({ node, pods }) => ({
    node,
    pods: [...pods, ...(kept.get(node.metadata.name) ?? [])],
  }));
  const budgets = [...every(world, 'PodDisruptionBudget')].flatMap(({ body }) => budgetIn(body));
  const resolvable = new Set(nodes.filter((_, index) => rejections[index]?.resolvable).map(({ metadata }) => metadata.name));
  return preempt(pod, cluster, budgets, (node) => resolvable.has(node));
}

/** A budget as preemption reads it; one that was never counted says nothing. */
const budgetIn = ({ metadata, spec, status }: StoredBudget): readonly Budget[] =>
  status === undefined ? [] : [{ metadata, spec, status }];
