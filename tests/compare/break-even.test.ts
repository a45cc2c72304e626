import { describe, expect, test } from 'vitest';
import { breakEvenRows } from '../../src/compare/break-even.ts';

const prices = { vcpu: 0.04, gb: 0.004, instance: 0.1 };
const rowOf = (vcpu: number, gb: number) => breakEvenRows([{ vcpu, gb }], { vcpu: 2, gb: 7.5 }, prices)[0];

describe('the break-even of Fargate and an instance', () => {
  test('is the first number of tasks that costs more on Fargate than the instance does', () => {
    const row = rowOf(0.5, 2);
    expect(row?.hour).toBeCloseTo(0.028, 10);
    expect(rowOf(0.25, 0.5)).toMatchObject({ room: 8, cheaperFrom: undefined });
    expect(rowOf(0.5, 1.875)).toMatchObject({ room: 4, cheaperFrom: 4 });
  });

  test('is never reached when memory leaves no room for so many tasks', () => {
    expect(rowOf(0.25, 3)).toMatchObject({ room: 2, cheaperFrom: undefined });
  });
});
