import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operations } from '../../src/account/operations.ts';
import { paceOf } from '../../src/companion/reading/pacing.ts';
import { rateOf, rates } from '../../src/companion/reading/rates.ts';
import { bucketsOf } from '../companion/fake-aws/buckets.ts';
import { at } from '../companion/fake-aws/fake-aws.ts';
import { fargateOnly } from '../companion/fake-aws/holdings.ts';
import { readFake } from '../companion/fake-aws/read-fake.ts';

const goesOn = new AbortController().signal;

describe('requirement 15: paced calls', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['ecs:ListClusters', 50, 20],
    ['ecs:DescribeTaskDefinition', 50, 20],
    ['ecs:DescribeCapacityProviders', 50, 20],
    ['ecs:DescribeTasks', 100, 20],
    ['ecs:ListContainerInstances', 100, 20],
    ['ecs:DescribeServices', 100, 20],
    ['ecs:ListServiceDeployments', 50, 20],
    ['elasticloadbalancing:DescribeTargetHealth', 40, 10],
  ])('know that AWS bears %s %d times at once and %d times a second', (action, burst, perSecond) => {
    expect(rateOf(action).published).toEqual({ burst, perSecond });
  });

  it('would be refused by the fake if they came faster than AWS bears', () => {
    let now = 0;
    const take = bucketsOf(1000, () => now);
    const call = { action: 'ecs:DescribeTaskDefinition', region: 'eu-west-1', input: {}, signedAt: 0 };
    const taken = () => Array.from({ length: 100 }, () => take(call)).filter((allowed) => allowed).length;
    expect(taken()).toBe(50);
    now = 1000;
    expect(taken()).toBe(20);
  });

  it('take half of each published rate or less, and five a second where EKS publishes none', () => {
    expect(
      rates.filter(({ published, ours }) => published !== undefined && (ours > published.perSecond / 2 || ours > published.burst / 2)),
    ).toEqual([]);
    expect(rateOf('eks:DescribeCluster')).toMatchObject({ ours: 5 });
    expect(operations.filter(({ action }) => rateOf(action).published === undefined && rateOf(action).ours > 5)).toEqual([]);
  });

  it.each(['ecs:DescribeTaskDefinition', 'eks:DescribeAddon', 'elasticloadbalancing:DescribeTargetHealth', 'logs:DescribeLogGroups'])(
    'of %s start no faster than its rate in any second, and no slower',
    async (action) => {
      const { ours } = rateOf(action);
      const pace = paceOf();
      const started: number[] = [];
      const all = Promise.all(
        Array.from({ length: ours * 4 }, () => pace.run('eu-west-1', action, () => Promise.resolve(started.push(Date.now())), goesOn)),
      );
      await vi.advanceTimersByTimeAsync(60_000);
      await all;
      const inTheSecondFrom = (from: number) => started.filter((time) => time >= from && time < from + 1000).length;
      expect(Math.max(...started.map(inTheSecondFrom))).toBe(ours);
      expect(Math.max(...started) - Math.min(...started)).toBeLessThanOrEqual(4_000);
    },
  );

  it('share the rate of their bucket in a Region, and not with another Region', async () => {
    const pace = paceOf();
    const started: string[] = [];
    const run = (region: string, action: string) =>
      pace.run(region, action, () => Promise.resolve(started.push(`${region} ${action}`)), goesOn);
    const { ours } = rateOf('ecs:ListTasks');
    const all = Promise.all([
      ...Array.from({ length: ours }, () => run('eu-west-1', 'ecs:ListTasks')),
      run('eu-west-1', 'ecs:DescribeTasks'),
      run('eu-west-1', 'ecs:ListServices'),
      run('us-east-1', 'ecs:DescribeTasks'),
    ]);
    await vi.advanceTimersByTimeAsync(999);
    expect(started).toHaveLength(ours + 2);
    expect(started).not.toContain('eu-west-1 ecs:DescribeTasks');
    await vi.advanceTimersByTimeAsync(1);
    await all;
    expect(started).toContain('eu-west-1 ecs:DescribeTasks');
  });

  it('run four at a time at most, whatever they ask for', async () => {
    const pace = paceOf();
    let running = 0;
    let most = 0;
    const call = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 300));
      running -= 1;
    };
    const all = Promise.all(operations.map(({ action }) => pace.run('eu-west-1', action, call, goesOn)));
    await vi.advanceTimersByTimeAsync(60_000);
    await all;
    expect(most).toBe(4);
  });
});

describe('requirement 15: calls that AWS throttles', () => {
  it('are sent again after a pause that grows, and the reading is whole', async () => {
    const { fake, snapshot } = await readFake({
      holdings: at(fargateOnly({ clusters: 1, services: 1, tasks: 1, taskDefinitions: 1 })),
      meddle: ({ action }, nth) =>
        action === 'ecs:ListClusters' && nth <= 3 ? { error: 'ThrottlingException', message: 'Rate exceeded' } : undefined,
    });
    expect(snapshot).toMatchObject({ denied: [], errors: [] });
    const [first = 0, second = 0, , fourth = 0] = fake.calls.filter(({ action }) => action === 'ecs:ListClusters').map((call) => call.at);
    expect(second).toBeGreaterThan(first);
    expect(fourth).toBeGreaterThan(second);
  });

  it('leave a sentence that names the action when it does not end', async () => {
    const { snapshot } = await readFake({
      meddle: ({ action }) => (action === 'eks:ListClusters' ? { error: 'ThrottlingException', message: 'Rate exceeded' } : undefined),
    });
    expect(snapshot.errors).toEqual(['eks:ListClusters failed (Rate exceeded) in eu-west-1.']);
  });
});
