import type { Act } from '../../src/model/api-call.ts';
import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { ecsCall, updateService } from '../../src/simulation/ecs/offers.ts';
import { arns } from '../../src/simulation/ecs/small-cluster.ts';
import { ids, instanceArn } from './start.ts';

/** So many tasks run at a place. */
const running = (count: number, place: Where): Goal => ({
  kind: 'ecs-task',
  where: { status: 'RUNNING', ...place },
  count: { equals: count },
});

/** So many tasks of web run on FARGATE, and so many on FARGATE_SPOT. */
const webOn = (fargate: number, spot: number): readonly Goal[] => [
  running(fargate, { 'details.capacityProvider': 'FARGATE' }),
  running(spot, { 'details.capacityProvider': 'FARGATE_SPOT' }),
];

const agents = (count: number): Goal => running(count, { 'details.revision': 'agent:2' });
const workers = (count: number): Goal => running(count, { 'details.revision': 'worker:4' });

const instances = (count: number, status: string): Goal => ({
  kind: 'ecs-container-instance',
  where: { status },
  count: { equals: count },
});

const interrupt = (n: number): Act => ({ fault: 'spot-warning', target: arns.task('web', n), on: true });
const spotCapacity = (missing: boolean): Act => ({ fault: 'no-spot-capacity', target: ids.spot, on: missing });
const leaving = instanceArn('0c3');

/** What happens when nobody acts: capacity comes and goes, and each service makes of it what it can. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Service web splits its tasks over FARGATE and FARGATE_SPOT: one on FARGATE first, then one there for each three on Spot. Its fifth task is on the way. Service agent is a DAEMON: one task on each instance.',
    then: [...webOn(2, 3), workers(3), agents(3)],
    look: ids.web,
  },
  {
    at: 30_000,
    text: 'You set the desired count of web to nine. The base is already there, so the other eight are split one to three: two more on FARGATE, six on Spot.',
    acts: [{ call: updateService('web', { desiredCount: 9 }) }],
    then: webOn(3, 6),
    look: ids.web,
  },
  {
    at: 85_000,
    text: 'Fargate Spot takes a task back. The task is told to stop at once, and the service starts another one on Spot.',
    acts: [interrupt(2)],
    then: [...webOn(3, 6), { kind: 'ecs-task', where: { reason: 'SpotInterruption' }, count: { equals: 1 } }],
    look: arns.task('web', 2),
  },
  {
    at: 135_000,
    text: 'Now Fargate Spot has no capacity, and takes two more tasks back. Their share of the strategy waits, and the service says why. ECS does not fall back to FARGATE.',
    acts: [spotCapacity(true), interrupt(3), interrupt(5)],
    then: webOn(3, 4),
    look: ids.web,
  },
  {
    at: 175_000,
    text: 'Spot has capacity again. The two missing tasks start there.',
    acts: [spotCapacity(false)],
    then: webOn(3, 6),
    look: ids.spot,
  },
  {
    at: 225_000,
    text: 'The Auto Scaling group launches an instance. It registers, and the first task on it is one of agent. No running task of worker moves there.',
    acts: [{ call: ecsCall('RegisterContainerInstance', {}) }],
    then: [instances(4, 'ACTIVE'), agents(4), workers(3)],
    look: ids.group,
  },
  {
    at: 270_000,
    text: 'You drain i-0c3. Service worker starts a task elsewhere and then stops the one here. The task of agent is the last to leave, and nobody replaces it.',
    acts: [{ call: ecsCall('UpdateContainerInstancesState', { containerInstances: [leaving], status: 'DRAINING' }) }],
    then: [agents(3), workers(3), running(0, { 'details.instance': leaving })],
    look: leaving,
  },
  {
    at: 325_000,
    text: 'The instance is empty, so you deregister it. It is DEREGISTERING while its trunk network interface is taken away, then INACTIVE.',
    acts: [{ call: ecsCall('DeregisterContainerInstance', { containerInstance: leaving }) }],
    then: [instances(1, 'INACTIVE'), instances(3, 'ACTIVE')],
    look: leaving,
  },
  {
    at: 340_000,
    text: 'You put web on FARGATE alone. A new strategy moves no running task: a new deployment replaces all nine.',
    acts: [
      { call: updateService('web', { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }], forceNewDeployment: true }) },
    ],
    then: webOn(9, 0),
    look: ids.web,
  },
];
