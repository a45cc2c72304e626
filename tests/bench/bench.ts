import { frameAt } from '../../src/simulation/engine/frame.ts';
import { extendTo, forkAt, momentAt } from '../../src/simulation/engine/run.ts';
import type { World } from '../../src/simulation/engine/world.ts';
import type { Crowd } from './crowd.ts';
import { benchBare, crowd } from './crowd.ts';
import { manyServices, oneService, rollingDeployment, UNTIL } from './crowds.ts';
import { limit, timed } from './limits.ts';

const MB = 1_000_000;

const MOST_OF_BARE = 3;

const running = ({ objects }: World): number =>
  [...objects.values()].filter(({ kind, body }) => kind === 'ecs-task' && body['lastStatus'] === 'RUNNING').length;

function benchHistory({ ms, run }: Crowd): void {
  globalThis.gc?.();
  limit('  heap with the whole history', process.memoryUsage().heapUsed / MB, 300, ' MB');
  const last = run.length - 1;
  const before = Array.from({ length: last }, (_, i) => i).findLast((index) => momentAt(run, index + 1).changed.length === 1) ?? last - 1;
  const first = timed(() => frameAt(run, before), 20);
  const next = timed(() => frameAt(run, before + 1, first.value), 1_000);
  limit('  the next frame against the first', next.ms / first.ms, 1 / 50);
  limit('  a fork against running to it', timed(() => forkAt(run, last), 100_000).ms / ms, 1 / 20);
}

/** A crowd that grows may cost what sorting it would: n log n. */
function benchGrowth(large: Crowd): void {
  const small = timed(() => extendTo(oneService(500), UNTIL));
  limit('5,000 tasks against 500', large.ms / small.ms, (5_000 * Math.log(5_000)) / (500 * Math.log(500)), '×');
}

crowd('500 tasks, so that all code is warm', () => oneService(500), 500, running);
const one = crowd('5,000 tasks in one service', () => oneService(5_000), 5_000, running);
benchHistory(one);
benchBare(one, MOST_OF_BARE);
benchGrowth(one);
benchBare(
  crowd('200 services of 25 tasks', () => manyServices(200, 25), 5_000, running),
  MOST_OF_BARE,
);
benchBare(
  crowd('a rolling deployment of 1,000 tasks', () => rollingDeployment(1_000), 1_000, running),
  MOST_OF_BARE,
);
