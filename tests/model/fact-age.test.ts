import { describe, expect, test } from 'vitest';
import { daysBetween, factAges } from '../../src/model/fact-age.ts';

const fact = { file: 'content/facts/ecs.yaml', id: 'ecs.cpu-units', checked: '2026-01-01' };
const said =
  (days: number) =>
  ({ due, expired }: ReturnType<typeof factAges>) => [
    due.some((sentence) => sentence.includes(`${days} days ago`)),
    expired.some((sentence) => sentence.includes(`${days} days ago`)),
  ];

describe('the age of a fact', () => {
  test('is counted in days from date to date, over months and leap years', () => {
    expect(daysBetween('2026-01-01', '2026-01-01')).toBe(0);
    expect(daysBetween('2026-11-23', '2026-12-01')).toBe(8);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });

  test.each([
    ['2026-06-30', 180, [false, false]],
    ['2026-07-01', 181, [true, false]],
    ['2026-12-31', 364, [true, false]],
    ['2027-01-01', 365, [false, true]],
  ])('on %s is %i days, and what that means is said once', (today, days, meaning) => {
    expect(said(days)(factAges([fact], today))).toEqual(meaning);
  });

  test('is told with the file, the fact and what to do', () => {
    const { expired } = factAges([fact], '2027-06-01');
    expect(expired).toEqual([
      'content/facts/ecs.yaml: "ecs.cpu-units" was checked on 2026-01-01, 516 days ago. Check it against its source and set the new date.',
    ]);
  });
});
