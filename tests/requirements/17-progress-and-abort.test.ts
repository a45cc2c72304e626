import { describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../src/companion/reading/tally.ts';
import { tallyOf } from '../../src/companion/reading/tally.ts';
import { at } from '../companion/fake-aws/fake-aws.ts';
import { fargateOnly } from '../companion/fake-aws/holdings.ts';
import { readFake } from '../companion/fake-aws/read-fake.ts';

const account = fargateOnly({ clusters: 1, services: 20, tasks: 20, taskDefinitions: 20 });

describe('requirement 17: progress', () => {
  it('counts what was found and what was read, up to all of it, with the calls that it took', async () => {
    const said: Progress[] = [];
    const { fake } = await readFake({ holdings: at(account) }, { include: ['ecs'] }, { onProgress: (progress) => said.push(progress) });
    const services = said.filter(({ what }) => what === 'services');
    expect(services.map(({ done, found }) => [done, found])).toEqual(
      expect.arrayContaining([
        [0, 20],
        [10, 20],
        [20, 20],
      ]),
    );
    expect(services.every(({ region }) => region === 'eu-west-1')).toBe(true);
    expect(said.at(-1)?.calls).toBeGreaterThan(0);
    expect(Math.max(...said.map(({ calls }) => calls))).toBeLessThanOrEqual(fake.calls.length);
  });

  it('is told at least every two seconds while AWS says nothing', () => {
    vi.useFakeTimers();
    try {
      const told: number[] = [];
      const tally = tallyOf(() => told.push(Date.now()));
      const began = Date.now();
      vi.advanceTimersByTime(10_000);
      tally.end();
      const gaps = told.map((time, index) => time - (told[index - 1] ?? began));
      expect(told.length).toBeGreaterThanOrEqual(5);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(2_000);
      vi.advanceTimersByTime(10_000);
      expect(told.length).toBe(gaps.length);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('requirement 17: a reading that is stopped', () => {
  it('starts no call after that, and ends by the reason it was given, though AWS has not answered', async () => {
    const stop = new AbortController();
    const reason = new Error('The reader left.');
    const calls: string[] = [];
    let after = 0;
    const reading = readFake(
      {
        holdings: at(account),
        meddle: ({ action }) => {
          calls.push(action);
          if (stop.signal.aborted) after += 1;
          if (action !== 'ecs:DescribeTaskDefinition') return undefined;
          stop.abort(reason);
          return { waits: 60_000 };
        },
      },
      { include: ['ecs'] },
      { signal: stop.signal },
    );
    await expect(reading).rejects.toBe(reason);
    await new Promise((resolve) => setImmediate(resolve));
    expect(after).toBeLessThanOrEqual(3); // those that were on their way beside the first
    expect(calls.filter((action) => action === 'ecs:DescribeTaskDefinition').length).toBeLessThanOrEqual(4);
  });

  it('asks for nothing when it was stopped before it began', async () => {
    await expect(readFake({}, {}, { signal: AbortSignal.abort(new Error('Too late.')) })).rejects.toThrow('Too late.');
  });
});
