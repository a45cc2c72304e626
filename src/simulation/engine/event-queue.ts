import type { Id, Millis } from '../../model/json.ts';

/** An event of a machine: its type, and whatever it carries. */
export interface MachineEvent {
  readonly type: string;
}

/** One event on its way to an actor. */
export interface Scheduled {
  readonly at: Millis;
  /** Scheduling order: of equal times the earlier scheduled runs first. */
  readonly order: number;
  readonly to: Id;
  readonly event: MachineEvent;
  /** The message that caused it, if any. */
  readonly cause: number | undefined;
  /** Set for a delayed event that its machine may cancel. */
  readonly timer: string | undefined;
}

/** An immutable leftist heap of scheduled events, soonest first. */
export interface EventQueue {
  readonly head: Scheduled;
  /** Length of the right spine: the left side is never the shorter one, so a merge takes log n. */
  readonly rank: number;
  readonly left: EventQueue | undefined;
  readonly right: EventQueue | undefined;
}

const sooner = (a: Scheduled, b: Scheduled): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

const rankOf = (queue: EventQueue | undefined): number => queue?.rank ?? 0;

function merge(a: EventQueue | undefined, b: EventQueue | undefined): EventQueue | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (sooner(b.head, a.head)) return merge(b, a);
  const other = merge(a.right, b);
  const leftIsLonger = rankOf(a.left) >= rankOf(other);
  return {
    head: a.head,
    rank: 1 + Math.min(rankOf(a.left), rankOf(other)),
    left: leftIsLonger ? a.left : other,
    right: leftIsLonger ? other : a.left,
  };
}

/** The queue with one more event. */
export const enqueue = (queue: EventQueue | undefined, scheduled: Scheduled): EventQueue | undefined =>
  merge(queue, { head: scheduled, rank: 1, left: undefined, right: undefined });

/** The queue without its soonest event; undefined when that was the last. */
export const dequeue = (queue: EventQueue): EventQueue | undefined => merge(queue.left, queue.right);
