import { expect, test } from 'vitest';
import { time } from '../../src/account/allow/fields.ts';

test.each([
  ['2026-11-20T10:30:00.000Z', '2026-11-20T10:30:00.000Z'],
  ['2026-01-31T23:59:59.999Z', '2026-01-31T23:59:59.999Z'],
  ['2026-11-20T10:30:00Z', '2026-11-20T10:30:00.000Z'],
  ['2026-11-20T10:30:00.000', '2026-11-20T10:30:00.000Z'],
  ['2026-11-20T10:30:00.123456+02:00', '2026-11-20T08:30:00.123Z'],
  [1_795_170_600, '2026-11-20T10:30:00.000Z'],
])('the time %s is kept as %s', (value, kept) => {
  expect(time.parse(value)).toBe(kept);
});

test.each(['2026-13-20T10:30:00.000Z', '2026-11-00T10:30:00.000Z', '2026-11-20T25:30:00.000Z', '2026-11-20T10:60:00.000Z', 'soon'])(
  '%s is no time and is dropped',
  (value) => {
    expect(time.parse(value)).toBeUndefined();
  },
);
