import type { Goal, Where } from '../../src/model/goal.ts';
import { arns } from '../../src/simulation/ecs/small-cluster.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { ids } from './start.ts';

const drivers = (count: number, where: Where): Goal => ({ kind: 'docker-log-driver', where, count: { equals: count } });
const streams = (atLeast: number): Goal => ({ kind: 'logs-log-stream', count: { atLeast } });
const delivered = (equals: number): Goal => ({ measure: 'logs.delivered', is: { equals } });
const lost = (equals: number): Goal => ({ measure: 'logs.lost', is: { equals } });

/** The task of web that runs from the start. */
const webTask = arns.task('web', 1);

/** What happens when nobody acts: the path to CloudWatch Logs is cut, and two modes answer differently. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Two tasks run. Every five seconds each log driver sends the lines that it has collected to the stream of its container.',
    then: [drivers(2, { status: 'delivering' }), delivered(200), lost(0)],
    look: ids.group,
  },
  {
    at: 20_000,
    text: 'The network path to CloudWatch Logs is cut. The drivers keep their lines, and the buffers fill. Nobody notices yet.',
    acts: [{ fault: 'logs-unreachable', target: ids.group, on: true }],
    then: [drivers(2, { status: 'buffering' }), delivered(0), lost(0)],
    until: 60_000,
    look: ids.group,
  },
  {
    at: 62_000,
    text: 'Both buffers are full. web is in non-blocking mode: it goes on serving, and its new lines are lost. orders is in blocking mode: it waits in the middle of a write, and serves nobody.',
    then: [drivers(2, { status: 'full' }), lost(100), { kind: 'ecs-task', where: { health: 'HEALTHY' }, count: { equals: 2 } }],
    until: 80_000,
    look: webTask,
  },
  {
    at: 95_000,
    text: 'The health checks of orders have failed, and ECS starts another task. That one cannot make its log stream, so it does not start at all.',
    then: [
      { kind: 'ecs-task', where: { reason: 'TaskFailedToStart' }, count: { atLeast: 1 } },
      drivers(1, { 'details.mode': 'non-blocking' }),
    ],
    until: 130_000,
    look: ids.orders,
  },
  {
    at: 150_000,
    text: 'The path is open again. Each driver sends what it held, and orders goes on where it stood. What web lost is lost for good.',
    acts: [{ fault: 'logs-unreachable', target: ids.group, on: false }],
    then: [lost(0), delivered(200), { kind: 'ecs-task', where: { status: 'RUNNING', health: 'HEALTHY' }, count: { equals: 2 } }],
    look: ids.group,
  },
  {
    at: 220_000,
    text: 'The process of web ends with an error. Its driver sends the last lines at once, so the reason is in the stream. The next task gets a stream of its own.',
    acts: [{ fault: 'container-exits', target: webTask, on: true }],
    then: [streams(3), delivered(200), { kind: 'ecs-task', where: { status: 'RUNNING', health: 'HEALTHY' }, count: { equals: 2 } }],
    look: ids.web,
  },
];
