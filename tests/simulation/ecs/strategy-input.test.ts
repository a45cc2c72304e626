import { describe, expect, test } from 'vitest';
import { arns, cluster } from '../../../src/simulation/ecs/small-cluster.ts';
import { clusterOf } from '../../../src/simulation/ecs/objects.ts';
import { ecsDomain } from '../../../src/simulation/ecs/domain.ts';
import { strategyInput } from '../../../src/simulation/ecs/strategy-input.ts';
import { apply } from '../../../src/simulation/engine/step.ts';
import { emptyWorld } from '../../../src/simulation/engine/world.ts';

const made = apply(emptyWorld(ecsDomain, 1, 0, 0), cluster({ instances: 0, services: 0, providers: ['ec2', 'FARGATE', 'FARGATE_SPOT'] }));
const demo = clusterOf(made.world, arns.cluster);
if (demo === undefined) throw new Error('The world has no cluster.');

const item = (capacityProvider: string, weight: number, base = 0) => ({ capacityProvider, weight, base });

describe('a capacity provider strategy', () => {
  test('keeps base and weight, which are 0 where they are not set', () => {
    expect(strategyInput([{ capacityProvider: 'FARGATE', base: 2 }, item('FARGATE_SPOT', 3)], demo)).toEqual([
      item('FARGATE', 0, 2),
      item('FARGATE_SPOT', 3),
    ]);
  });

  test.each([
    ['names a provider that the cluster does not have', [item('other', 1)], 'not found'],
    ['mixes Fargate with an Auto Scaling group', [item('ec2', 1), item('FARGATE', 1)], 'cannot mix'],
    ['has two bases', [item('FARGATE', 1, 1), item('FARGATE_SPOT', 1, 1)], 'Only one'],
    ['has no weight above 0', [item('FARGATE', 0, 1)], 'above 0'],
    ['has a weight above the highest', [item('FARGATE', 1001)], 'from 0 to 1000'],
    ['has more providers than ECS takes', Array.from({ length: 21 }, () => item('FARGATE', 1)), 'at most 20'],
  ])('is refused when it %s', (_, strategy, message) => {
    expect(strategyInput(strategy, demo)).toContain(message);
  });
});
