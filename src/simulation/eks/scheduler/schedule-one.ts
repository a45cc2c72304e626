import type { Id } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { chance } from '../../engine/world.ts';
import type { Pod } from '../objects.ts';
import { every } from '../store.ts';
import { amountOf, plus, requestOf } from './amount.ts';
import type { SchedulerCache } from './cache.ts';
import { nodeInfo, ownerKey } from './cache.ts';
import { fitError } from './message.ts';
import { rejection } from './node-fit.ts';
import type { Rejection } from './rejection.ts';
import { leastAllocated, nodeScore, spreadScore } from './score.ts';

/** Where a pod goes, or why it goes nowhere. */
export type Placement = { readonly nodeName: string } | { readonly message: string };

interface Candidate {
  readonly name: string;
  readonly resources: number;
  /** Pods of the same owner that are there already. */
  readonly own: number;
}

/** Filters the nodes, scores those that are left, and takes the best; chance decides among equals. */
export function scheduleOne(world: World, cache: SchedulerCache, id: Id, pod: Pod): Placement {
  const rejections: Rejection[] = [];
  const candidates: Candidate[] = [];
  const asked = requestOf(pod);
  for (const { body: node } of every(world, 'Node')) {
    const { name } = node.metadata;
    const used = nodeInfo(cache, name);
    const rejected = rejection({ pod, node, used });
    if (rejected !== undefined) rejections.push(rejected);
    else {
      const resources = leastAllocated(plus(used.requested, asked), amountOf(node.status?.allocatable));
      candidates.push({ name, resources, own: used.owners[ownerKey(pod)] ?? 0 });
    }
  }
  const best = bestOf(world, id, candidates);
  return best === undefined ? { message: fitError(rejections) } : { nodeName: best };
}

function bestOf(world: World, id: Id, candidates: readonly Candidate[]): string | undefined {
  const counts = candidates.map(({ own }) => own);
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  let best: { readonly name: string; readonly score: number; readonly luck: number } | undefined;
  for (const { name, resources, own } of candidates) {
    const score = nodeScore(resources, spreadScore(own, least, most));
    const luck = chance(world, `${id} on ${name}`);
    if (best === undefined || score > best.score || (score === best.score && luck > best.luck)) best = { name, score, luck };
  }
  return best?.name;
}
