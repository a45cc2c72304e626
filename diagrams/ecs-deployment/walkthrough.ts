import type { Goal } from '../../src/model/goal.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { updateService } from '../../src/simulation/ecs/offers.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { ids } from './start.ts';

/** So many tasks of a revision run and are healthy. */
const healthyTasks = (count: number, revision: string): Goal => ({
  kind: 'ecs-task',
  where: { status: 'RUNNING', health: 'HEALTHY', 'details.revision': revision },
  count: { equals: count },
});

/** The rollout state of the service's newest deployment. */
const rollout = (state: string, revision: string): Goal => ({
  kind: 'ecs-service',
  where: { reason: state, 'details.revision': revision },
  count: { equals: 1 },
});

const noFailures: Goal = { measure: 'requests.failed', is: { equals: 0 } };

const update = (input: JsonObject) => ({ call: updateService('web', input) });

/** What happens when nobody acts: a good revision, the way back under other limits, and two bad revisions. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Four tasks of web:6 serve. A deployment may not go below 100 % of them healthy, nor above 200 % in all. The circuit breaker is on, with rollback.',
    then: [healthyTasks(4, 'web:6'), rollout('COMPLETED', 'web:6'), noFailures],
    look: ids.service,
  },
  {
    at: 10_000,
    text: 'You deploy web:7. The ceiling is eight tasks, so four new ones start at once. The floor is four healthy ones, so no old one stops yet.',
    acts: [update({ taskDefinition: 'web:7' })],
    then: [
      rollout('IN_PROGRESS', 'web:7'),
      healthyTasks(4, 'web:6'),
      { kind: 'ecs-task', where: { 'details.revision': 'web:7' }, count: { equals: 4 } },
    ],
    until: 18_000,
    look: ids.service,
  },
  {
    at: 19_000,
    text: 'Each new task that is healthy lets an old one go. Its target drains, then its container gets SIGTERM. No request fails.',
    then: [healthyTasks(4, 'web:7'), rollout('COMPLETED', 'web:7'), noFailures],
    look: ids.revision(7),
  },
  {
    at: 90_000,
    text: 'You change the limits to 50 % and 100 %. Nothing restarts: limits matter in the next deployment.',
    acts: [update({ deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 } })],
    then: [healthyTasks(4, 'web:7'), rollout('COMPLETED', 'web:7')],
    look: ids.service,
  },
  {
    at: 100_000,
    text: 'You deploy web:6 again: that is how you go back by hand. The ceiling is four tasks, so two old ones must stop before new ones start. Half of the targets are gone meanwhile.',
    acts: [update({ taskDefinition: 'web:6' })],
    then: [rollout('IN_PROGRESS', 'web:6'), { measure: 'targets.healthy', is: { equals: 2 } }],
    until: 110_000,
    look: ids.service,
  },
  {
    at: 111_000,
    text: 'Two by two the tasks are replaced. It takes longer, and needs no more room than the service has anyway.',
    then: [healthyTasks(4, 'web:6'), rollout('COMPLETED', 'web:6'), noFailures],
    look: ids.revision(6),
  },
  {
    at: 210_000,
    text: 'You set the limits back to 100 % and 200 %.',
    acts: [update({ deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 200 } })],
    then: [healthyTasks(4, 'web:6'), rollout('COMPLETED', 'web:6')],
    look: ids.service,
  },
  {
    at: 220_000,
    text: 'You deploy web:8. Its tasks reach RUNNING but answer 503, so their targets never become healthy and get no request. The old tasks stay.',
    acts: [update({ taskDefinition: 'web:8' })],
    then: [
      healthyTasks(4, 'web:6'),
      noFailures,
      { kind: 'ecs-task', where: { status: 'RUNNING', 'details.revision': 'web:8' }, count: { atLeast: 1 } },
    ],
    until: 240_000,
    look: ids.revision(8),
  },
  {
    at: 241_000,
    text: 'ECS stops tasks that fail their checks, and counts. At three the circuit breaker fails the deployment and rolls back to the last completed one. The old tasks served all the time.',
    then: [
      healthyTasks(4, 'web:6'),
      rollout('COMPLETED', 'web:6'),
      noFailures,
      { kind: 'ecs-task', where: { status: 'RUNNING', 'details.revision': 'web:8' }, count: { equals: 0 } },
    ],
    look: ids.service,
  },
  {
    at: 310_000,
    text: 'You switch the circuit breaker off.',
    acts: [update({ deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } } })],
    then: [{ kind: 'ecs-service', where: { 'details.circuitBreaker': 'off' }, count: { equals: 1 } }],
    look: ids.service,
  },
  {
    at: 320_000,
    text: 'You deploy web:9, whose image does not exist. Nothing ends this deployment: ECS tries again and again, with growing waits.',
    acts: [update({ taskDefinition: 'web:9' })],
    then: [
      rollout('IN_PROGRESS', 'web:9'),
      healthyTasks(4, 'web:6'),
      noFailures,
      { kind: 'ecs-task', where: { reason: 'TaskFailedToStart' }, count: { atLeast: 4 } },
    ],
    look: ids.service,
  },
  {
    at: 400_000,
    text: 'You deploy web:7, which ends the attempt. A new deployment takes the place of one that is stuck.',
    acts: [update({ taskDefinition: 'web:7' })],
    then: [healthyTasks(4, 'web:7'), rollout('COMPLETED', 'web:7'), noFailures],
    look: ids.service,
  },
];
