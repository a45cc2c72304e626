import { eksDomain } from '../../src/simulation/eks/domain.ts';
import type { Pod } from '../../src/simulation/eks/objects.ts';
import { assume, emptyCache } from '../../src/simulation/eks/scheduler/cache.ts';
import { scheduleOne } from '../../src/simulation/eks/scheduler/schedule-one.ts';
import { startCluster } from '../../src/simulation/eks/start.ts';
import { apply } from '../../src/simulation/engine/step.ts';
import type { World } from '../../src/simulation/engine/world.ts';
import { emptyWorld } from '../../src/simulation/engine/world.ts';
import { benchBare, crowd } from './crowd.ts';
import { clusterOf, manyPods } from './eks-crowds.ts';
import { limit, timed } from './limits.ts';

const available = (world: World): number => world.domain.measures(world)['pods.available'] ?? 0;

const pod: Pod = {
  metadata: { name: 'web', namespace: 'default' },
  spec: { containers: [{ name: 'web', image: 'web:8', resources: { requests: { cpu: '10m', memory: '16Mi' } } }] },
};

const PODS = 1_000;
const ROUNDS = 3;

/** What it costs the scheduler, in ms, to place the pods one after the other on so many nodes. */
function costOfPods(nodes: number, times: number): number {
  const { world } = apply(emptyWorld(eksDomain, 7, 0, 0), startCluster(clusterOf(nodes)));
  const scheduleAll = (): number => {
    let cache = emptyCache;
    for (let index = 0; index < PODS; index += 1) {
      const placement = scheduleOne(world, cache, `pod ${index}`, pod);
      if (!('nodeName' in placement)) throw new Error(`Pod ${index} of the bench fits on none of ${nodes} nodes: ${placement.message}`);
      cache = assume(cache, `pod ${index}`, pod, placement.nodeName);
    }
    return cache.placed.size;
  };
  scheduleAll();
  return timed(scheduleAll, times).ms;
}

crowd('500 pods on 10 nodes, so that all code is warm', () => manyPods(500, 10), 500, available);
benchBare(
  crowd('5,000 pods on 100 nodes', () => manyPods(5_000, 100), 5_000, available),
  5,
);

/** A busy machine makes work with many nodes last longer, as it takes their memory out of the cache: the best of some rounds counts. */
const best = (nodes: number, times: number): number => Math.min(...Array.from({ length: ROUNDS }, () => costOfPods(nodes, times)));

// Linear is 10; the rest is for a busy machine. What grows as n log n would be at 16.
limit('scheduling a pod on 500 nodes against 50', best(500, 1) / best(50, 10), 12, '×');
