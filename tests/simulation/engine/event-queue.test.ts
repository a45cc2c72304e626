import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dequeue, enqueue, type EventQueue, type Scheduled } from '../../../src/simulation/engine/event-queue.ts';

const scheduled = (at: number, order: number): Scheduled => ({
  at,
  order,
  to: 'a',
  event: { type: 'e' },
  cause: undefined,
  timer: undefined,
});

const drained = (queue: EventQueue | undefined): readonly Scheduled[] =>
  queue === undefined ? [] : [queue.head, ...drained(dequeue(queue))];

test('a queue gives events by time, and events of the same time in the order in which they were scheduled', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (times) => {
      const events = times.map(scheduled);
      const queue = events.reduce<EventQueue | undefined>(enqueue, undefined);
      expect(drained(queue)).toEqual(events.toSorted((a, b) => a.at - b.at || a.order - b.order));
    }),
  );
});

test('a queue is left alone by what is done to a copy', () => {
  const queue = enqueue(enqueue(undefined, scheduled(2, 0)), scheduled(1, 1));
  const before = drained(queue);
  if (queue !== undefined) dequeue(queue);
  enqueue(queue, scheduled(0, 2));
  expect(drained(queue)).toEqual(before);
});
