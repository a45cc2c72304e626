import { afterEach, expect, test, vi } from 'vitest';
import { idleWatch } from '../../src/companion/idle.ts';
import { listen } from '../../src/companion/listen.ts';
import { readConnectOptions, readStartOptions } from '../../src/companion/options.ts';
import { agreed, startCompanion } from '../companion/companion-server.ts';

const minute = 60_000;

afterEach(() => void vi.useRealTimers());

test('the port is 4321 unless another is wanted', () => {
  expect([readStartOptions([]).port, readConnectOptions([]).port]).toEqual([4321, 4321]);
});

test('takes the next free port when the wanted one is taken', async () => {
  const first = await startCompanion();
  const wanted = Number(new URL(first.origin).port);
  const second = await listen(first.app.fetch, wanted);
  expect(Number(new URL(second.origin).port)).toBeGreaterThan(wanted);
  await Promise.all([first.close(), second.close()]);
});

test('says which option to use when no port is free', async () => {
  const first = await startCompanion();
  const wanted = Number(new URL(first.origin).port);
  await expect(listen(first.app.fetch, wanted, { tries: 1 })).rejects.toThrow('Choose another with --port N.');
  await first.close();
});

test('ends after 30 minutes in which nothing was asked for, and not before', () => {
  vi.useFakeTimers();
  const end = vi.fn();
  const { begin } = idleWatch(30, end);
  vi.advanceTimersByTime(29 * minute);
  begin()();
  vi.advanceTimersByTime(29 * minute);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(minute);
  expect(end).toHaveBeenCalledOnce();
});

test('does not end while a reading goes on, however long', () => {
  vi.useFakeTimers();
  const end = vi.fn();
  const { begin } = idleWatch(30, end);
  const [long, short] = [begin(), begin()];
  short();
  vi.advanceTimersByTime(300 * minute);
  expect(end).not.toHaveBeenCalled();
  long();
  vi.advanceTimersByTime(30 * minute);
  expect(end).toHaveBeenCalledOnce();
});

test('a request that is answered counts as something in progress; one that is refused does not', async () => {
  const done = vi.fn();
  const begin = vi.fn(() => done);
  const companion = await startCompanion({}, agreed, { idle: { begin } });
  await companion.raw('GET / HTTP/1.1', 'Host: evil.test');
  expect(begin).not.toHaveBeenCalled();
  await (await companion.ask('/api/connection')).text();
  expect(begin).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
  await companion.close();
});
