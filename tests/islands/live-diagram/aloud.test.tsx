import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlayerState } from '../../../src/simulation/engine/transport.ts';
import { newsOf } from '../../../src/islands/live-diagram/summary.ts';
import { Aloud } from '../../../src/islands/live-diagram/told/Aloud.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};
const said = (): string | null => screen.getByRole('status').textContent;

test('of many changes the newest is said, and none within two seconds of the last', () => {
  const { rerender } = render(<Aloud text="first" />);
  pass(0);
  expect(said()).toBe('first');
  for (const text of ['second', 'third', 'fourth']) {
    rerender(<Aloud text={text} />);
    pass(600);
    expect(said()).toBe('first');
  }
  pass(200);
  expect(said()).toBe('fourth');
});

test('a moment without news leaves the last sentence standing', () => {
  const { rerender } = render(<Aloud text="first" />);
  pass(0);
  rerender(<Aloud text={undefined} />);
  pass(5000);
  expect(said()).toBe('first');
});

const frame = { index: 4, time: 16_000, resources: new Map(), relations: new Map(), messages: [], measures: {}, changed: ['web'] };
const at = (state: Partial<PlayerState>) => newsOf({ status: 'playing', index: 4, time: 16_000, frame, ...state });

test('a change is told while playing, and a moment without one is not', () => {
  expect(at({})).toBe('00:16: 1 gone.');
  expect(at({ frame: { ...frame, changed: [] } })).toBeUndefined();
  expect(at({ status: 'idle', index: 0 })).toBeUndefined();
});

test('a pause and the end are told', () => {
  expect(at({ status: 'paused', time: 18_000 })).toBe('Paused at 00:18. 00:16: 1 gone.');
  expect(at({ status: 'at end', time: 480_000 })).toBe('The diagram ends here, at 08:00. 00:16: 1 gone.');
});
