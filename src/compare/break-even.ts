import type { CapacityPrices, Size } from '../model/capacity-price.ts';
import { breakEven, roomOn, taskHour } from '../model/capacity-price.ts';

/** What a task size costs on Fargate, and when an instance is the cheaper place for it. */
export interface BreakEvenRow {
  readonly size: Size;
  readonly hour: number;
  readonly room: number;
  /** The number of tasks on one instance from which it is cheaper; undefined when it has no room for so many. */
  readonly cheaperFrom: number | undefined;
}

/** Task sizes compared on Fargate and on an instance. */
export const breakEvenRows = (sizes: readonly Size[], instance: Size, prices: CapacityPrices): readonly BreakEvenRow[] =>
  sizes.map((size) => {
    const room = roomOn(instance, size);
    const from = Math.floor(breakEven(size, prices)) + 1;
    return { size, hour: taskHour(size, prices), room, cheaperFrom: from <= room ? from : undefined };
  });
