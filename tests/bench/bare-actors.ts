import { createActor, setup } from 'xstate';
import { dequeue, enqueue, type EventQueue } from '../../src/simulation/engine/event-queue.ts';

/** A clock for live actors that keeps its timers in the same sort of queue as a world. */
function queueClock() {
  const due = new Map<number, () => void>();
  let queue: EventQueue | undefined;
  let now = 0;
  let order = 0;
  return {
    now: () => now,
    setTimeout: (deed: () => void, delay: number): number => {
      order += 1;
      due.set(order, deed);
      queue = enqueue(queue, { at: now + delay, order, to: '', event: { type: '' }, cause: undefined, timer: undefined });
      return order;
    },
    clearTimeout: (id: number): void => {
      due.delete(id);
    },
    /** Runs the soonest timer; false when there is none. */
    next: (): boolean => {
      if (queue === undefined) return false;
      const { at, order: id } = queue.head;
      queue = dequeue(queue);
      now = at;
      const deed = due.get(id);
      due.delete(id);
      deed?.();
      return true;
    },
  };
}

const pendulum = setup({}).createMachine({
  initial: 'left',
  states: { left: { after: { 1_000: 'right' } }, right: { after: { 1_000: 'left' } } },
});

/** Starts so many plain XState root actors and lets them make so many transitions in all, their starts counted. */
export function runBareActors(actors: number, transitions: number): void {
  const clock = queueClock();
  const started = Array.from({ length: actors }, () => createActor(pendulum, { clock }).start());
  for (let made = actors; made < transitions && clock.next(); made += 1);
  for (const actor of started) actor.stop();
}
