import type { Goal } from '../../src/model/goal.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { ids, instanceArn } from './start.ts';

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

const updateService = (input: JsonObject) => ({
  call: { api: 'ecs', operation: 'UpdateService', input: { cluster: 'demo', service: 'web', ...input } } as const,
});

const lost = instanceArn('0c3');

/** What happens when nobody acts: the service settles, loses an instance, grows, deploys, and fails to deploy. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Service web wants four tasks. Three are RUNNING and healthy. The fourth is ACTIVATING: the agent on its instance is pulling the image.',
    then: [healthyTasks(4, 'web:7'), rollout('COMPLETED', 'web:7'), noFailures],
    look: ids.service,
  },
  {
    at: 30_000,
    text: 'Instance i-0c3 goes away without notice. The load balancer does not know yet, so the requests that it still sends there fail.',
    acts: [{ fault: 'instance-lost', target: lost, on: true }],
    then: [{ measure: 'requests.failed', is: { atLeast: 1 } }],
    until: 31_000,
    look: lost,
  },
  {
    at: 32_000,
    text: 'Two health checks fail and the target becomes unhealthy: no request goes there any more. ECS finds the instance terminated, its task STOPPED, and starts another one on an instance with room.',
    then: [
      healthyTasks(4, 'web:7'),
      noFailures,
      { kind: 'ecs-container-instance', where: { status: 'INACTIVE' }, count: { equals: 1 } },
      { kind: 'ecs-container-instance', where: { status: 'ACTIVE' }, count: { equals: 2 } },
    ],
    look: ids.service,
  },
  {
    at: 90_000,
    text: 'You launch an instance in its place. It registers with the cluster and stays empty: ECS moves no running task to it.',
    acts: [{ fault: 'instance-lost', target: lost, on: false }],
    then: [{ kind: 'ecs-container-instance', where: { status: 'ACTIVE' }, count: { equals: 3 } }, healthyTasks(4, 'web:7')],
    look: ids.cluster,
  },
  {
    at: 110_000,
    text: 'You set the desired count to six. The scheduler starts two tasks, first in the zone that has the fewest of this service.',
    acts: [updateService({ desiredCount: 6 })],
    then: [healthyTasks(6, 'web:7'), noFailures],
    look: ids.service,
  },
  {
    at: 155_000,
    text: 'You deploy web:8. With at least 100 % healthy and at most 200 % in all, six new tasks start beside the six old ones.',
    acts: [updateService({ taskDefinition: 'web:8' })],
    then: [
      rollout('IN_PROGRESS', 'web:8'),
      {
        kind: 'ecs-task',
        where: { 'details.revision': 'web:8', status: ['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING'] },
        count: { equals: 6 },
      },
    ],
    until: 165_000,
    look: ids.service,
  },
  {
    at: 166_000,
    text: 'An old task stops only when a new one is healthy. Its target drains first, then its container gets SIGTERM. No request fails.',
    then: [healthyTasks(6, 'web:8'), rollout('COMPLETED', 'web:8'), noFailures],
    look: ids.targetGroup,
  },
  {
    at: 250_000,
    text: 'You deploy web:9. Its image is not in the registry, so its tasks stop before they are RUNNING, with TaskFailedToStart.',
    acts: [updateService({ taskDefinition: 'web:9' })],
    then: [healthyTasks(6, 'web:8'), noFailures, { kind: 'ecs-task', where: { reason: 'TaskFailedToStart' }, count: { atLeast: 3 } }],
    until: 270_000,
    look: ids.service,
  },
  {
    at: 271_000,
    text: 'At three failed tasks the circuit breaker fails the deployment and rolls back to the last one that was completed. The old tasks have served all the time.',
    then: [healthyTasks(6, 'web:8'), rollout('COMPLETED', 'web:8'), noFailures],
    look: ids.service,
  },
];
