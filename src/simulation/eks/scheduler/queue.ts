import type { Id } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { remind } from '../../engine/effect.ts';
import { PersistentMap } from '../../engine/persistent-map.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { nameIn } from '../identity.ts';
import { withCondition } from '../objects.ts';
import { ask, event } from '../requests.ts';
import { find } from '../store.ts';
import { timings } from '../timings.ts';
import type { SchedulerCache } from './cache.ts';
import { assume, emptyCache, forget } from './cache.ts';
import type { Placement } from './schedule-one.ts';
import { scheduleOne } from './schedule-one.ts';

/** The pause before a pod that no node could take gets another turn (podInitialBackoffSeconds). */
const BACK_OFF = 1_000;

/** Everything that the scheduler remembers. */
export interface Memory {
  readonly cache: SchedulerCache;
  /** How many pods have a turn to come. */
  readonly turns: number;
  /** When the last of them has it: one pod is scheduled at a time. */
  readonly busyUntil: number;
  /** Pods that no node could take; they get another turn when a pod goes or a node changes. */
  readonly unschedulable: PersistentMap<true>;
  /** What was decided in the latest turn. */
  readonly decision: (Placement & { readonly pod: Id }) | undefined;
}

/** A turn of one pod. */
export type Turn = { readonly type: 'turn'; readonly pod: Id };

export const emptyMemory: Memory = {
  cache: emptyCache,
  turns: 0,
  busyUntil: Number.NEGATIVE_INFINITY,
  unschedulable: PersistentMap.empty(),
  decision: undefined,
};

const nextSlot = ({ busyUntil }: Memory, world: World): number => Math.max(busyUntil, world.time) + timings.schedulePod;

/** The memory with a turn for a pod to come; `takeTurn` goes with it. */
export const queued = (memory: Memory, world: World): Memory => ({
  ...memory,
  turns: memory.turns + 1,
  busyUntil: nextSlot(memory, world),
});

/** The turn of a pod, after all that wait already. */
export const takeTurn = (memory: Memory, world: World, pod: Id): Effect =>
  remind({ type: 'turn', pod } satisfies Turn, nextSlot(memory, world) - world.time);

/** The memory when a pod has gone, or room may have come otherwise: all that found no node wait for a turn. */
export const retried = (memory: Memory, gone?: Id): Memory => ({
  ...memory,
  cache: gone === undefined ? memory.cache : forget(memory.cache, gone),
  turns: memory.turns + memory.unschedulable.size,
  unschedulable: PersistentMap.empty(),
});

/** The turns of all that found no node. */
export const takeTurnsAgain = ({ unschedulable }: Memory): readonly Effect[] =>
  [...unschedulable.keys()].map((pod) => remind({ type: 'turn', pod } satisfies Turn, BACK_OFF));

/** The memory after the turn of a pod: it counts on its node from now on, or among those that found none. */
export function decided(memory: Memory, world: World, id: Id): Memory {
  const turns = memory.turns - 1;
  const pod = find(world, 'Pod', id)?.body;
  const isWaiting = pod !== undefined && pod.spec.nodeName === undefined && !memory.cache.placed.has(id);
  if (!isWaiting) return { ...memory, turns, decision: undefined };
  const placement = scheduleOne(world, memory.cache, id, pod);
  const decision = { ...placement, pod: id };
  return 'nodeName' in placement
    ? { ...memory, turns, decision, cache: assume(memory.cache, id, pod, placement.nodeName) }
    : { ...memory, turns, decision, unschedulable: memory.unschedulable.set(id, true) };
}

/** Tells the API server what was decided, with the Event that Kubernetes writes. */
export function told({ decision }: Memory, world: World): readonly Effect[] {
  const pod = decision && find(world, 'Pod', decision.pod);
  if (decision === undefined || pod === undefined) return [];
  const { name, namespace = 'default' } = pod.body.metadata;
  if ('nodeName' in decision) {
    const { nodeName } = decision;
    return [
      ask(world, { type: 'pod.bind', id: pod.id, nodeName }, `bind pod ${name} to ${nodeName}`),
      event(pod.id, 'Scheduled', `Successfully assigned ${namespace}/${name} to ${nodeName}`),
    ];
  }
  const { message } = decision;
  const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message };
  const conditions = withCondition(pod.body.status?.conditions, condition, isoTime(world));
  const text = `no node can take pod ${nameIn(pod.id)}`;
  return [
    ask(world, { type: 'object.patch', id: pod.id, change: { status: { conditions } } }, text),
    event(pod.id, 'FailedScheduling', message),
  ];
}
