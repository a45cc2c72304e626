import type { Id } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { remind } from '../../engine/effect.ts';
import { PersistentMap } from '../../engine/persistent-map.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { idIn, nameIn } from '../identity.ts';
import type { Pod } from '../objects.ts';
import { withCondition } from '../objects.ts';
import { ask, event } from '../requests.ts';
import { find } from '../store.ts';
import { timings } from '../timings.ts';
import type { SchedulerCache } from './cache.ts';
import { assume, emptyCache, forget, nominate } from './cache.ts';
import { priorityOf } from './priority.ts';
import type { Placement } from './schedule-one.ts';
import { scheduleOne } from './schedule-one.ts';

/** The pause after the first failed turn of a pod (podInitialBackoffSeconds); it doubles with each. */
const BACK_OFF = 1_000;
/** The longest pause (podMaxBackoffSeconds). */
const LONGEST_BACK_OFF = 10_000;

/** The failed turns of a pod. */
interface Tries {
  readonly count: number;
  /** When the latest was. */
  readonly at: number;
  readonly priority: number;
}

/** Everything that the scheduler remembers. */
export interface Memory {
  readonly cache: SchedulerCache;
  /** How many pods have a turn to come. */
  readonly turns: number;
  /** When the last of them has it: one pod is scheduled at a time. */
  readonly busyUntil: number;
  /** Pods that no node could take; they get another turn when a pod goes or a node changes. */
  readonly unschedulable: PersistentMap<Tries>;
  /** The failed turns of each pod that has no node yet, also while it waits for another. */
  readonly tries: PersistentMap<Tries>;
  /** What was decided in the latest turn. */
  readonly decision: (Placement & { readonly pod: Id }) | undefined;
}

const disrupted = {
  type: 'DisruptionTarget',
  status: 'True',
  reason: 'PreemptionByScheduler',
  message: 'default-scheduler: preempting to accommodate a higher priority pod',
};

/** A turn of one pod. */
export type Turn = { readonly type: 'turn'; readonly pod: Id };

export const emptyMemory: Memory = {
  cache: emptyCache,
  turns: 0,
  busyUntil: Number.NEGATIVE_INFINITY,
  unschedulable: PersistentMap.empty(),
  tries: PersistentMap.empty(),
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
  tries: gone === undefined ? memory.tries : memory.tries.delete(gone),
});

/** What is left of the pause of a pod: it counts from the failed turn. */
const pauseOf = ({ count, at }: Tries, now: number): number => at + Math.min(BACK_OFF * 2 ** (count - 1), LONGEST_BACK_OFF) - now;

/** The turns of all that found no node: each when its pause is over, the more important before the others. */
export const takeTurnsAgain = ({ unschedulable }: Memory, world: World): readonly Effect[] =>
  [...unschedulable]
    .sort(([, a], [, b]) => b.priority - a.priority)
    .map(([pod, tries]) => remind({ type: 'turn', pod } satisfies Turn, Math.max(timings.schedulePod, pauseOf(tries, world.time))));

/** The memory after the turn of a pod: it counts on its node from now on, or among those that found none. */
export function decided(memory: Memory, world: World, id: Id): Memory {
  const turns = memory.turns - 1;
  const pod = find(world, 'Pod', id)?.body;
  const isWaiting = pod !== undefined && pod.spec.nodeName === undefined && !memory.cache.placed.has(id);
  if (!isWaiting) return { ...memory, turns, decision: undefined };
  const placement = scheduleOne(world, memory.cache, id, pod);
  const decision = { ...placement, pod: id };
  if ('nodeName' in placement) {
    return { ...memory, turns, decision, cache: assume(memory.cache, id, pod, placement.nodeName), tries: memory.tries.delete(id) };
  }
  const tries = { count: (memory.tries.get(id)?.count ?? 0) + 1, at: world.time, priority: priorityOf(pod) };
  const { candidate } = placement;
  return {
    ...memory,
    turns,
    decision,
    cache: candidate === undefined ? memory.cache : nominate(memory.cache, id, pod, candidate.node),
    unschedulable: memory.unschedulable.set(id, tries),
    tries: memory.tries.set(id, tries),
  };
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
  const { message, candidate } = decision;
  const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message };
  const conditions = withCondition(pod.body.status?.conditions, condition, isoTime(world));
  const text = `no node can take pod ${nameIn(pod.id)}`;
  const status = { conditions, ...(candidate === undefined ? {} : { nominatedNodeName: candidate.node }) };
  return [
    ask(world, { type: 'object.patch', id: pod.id, change: { status } }, text),
    event(pod.id, 'FailedScheduling', message),
    ...(candidate?.victims ?? []).flatMap((victim) => preempted(world, victim, pod.body, candidate?.node ?? '')),
  ];
}

/** What the scheduler does to a victim: marks it as disrupted and deletes it. */
function preempted(world: World, { metadata, status }: Pod, { metadata: preemptor }: Pod, node: string): readonly Effect[] {
  const id = idIn(world, 'Pod', metadata);
  const conditions = withCondition(status?.conditions, disrupted, isoTime(world));
  const text = `preempt pod ${metadata.name} for ${preemptor.name}`;
  return [
    ask(world, { type: 'object.patch', id, change: { status: { conditions } } }, text),
    ask(world, { type: 'object.delete', id }, text),
    event(id, 'Preempted', `Preempted by pod ${preemptor.uid ?? ''} on node ${node}`),
  ];
}
