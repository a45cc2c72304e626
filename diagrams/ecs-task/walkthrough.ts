import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { ecsCall } from '../../src/simulation/ecs/offers.ts';
import { container, ids } from './start.ts';

const task = (where: Where): Goal => ({ kind: 'ecs-task', where, count: { equals: 1 } });
const one = (name: string, where: Where): Goal => ({ kind: 'ecs-container', where: { name, ...where }, count: { equals: 1 } });

/** What happens when nobody acts: a task comes, a sidecar crashes twice, the task is stopped and forgotten. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Somebody has called RunTask. The task is PROVISIONING: ECS makes and attaches its network interface. No container can do anything yet.',
    then: [task({ status: 'PROVISIONING' })],
    until: 8_000,
    look: ids.task,
  },
  {
    at: 8_300,
    text: 'The interface is there. The task is PENDING until the agent of its host takes it up.',
    then: [task({ status: 'PENDING' })],
    until: 9_000,
    look: ids.task,
  },
  {
    at: 9_400,
    text: 'ACTIVATING: the agent pulls the images of init and db-proxy from the registry. Those of app and metrics wait, since dependsOn holds back the pull as well.',
    then: [task({ status: 'ACTIVATING' }), one('app', { status: 'PENDING' }), one('metrics', { status: 'PENDING' })],
    look: container('app'),
  },
  {
    at: 25_900,
    text: 'db-proxy is HEALTHY, and init does its work. app still waits: it wants init to end with SUCCESS.',
    then: [
      one('db-proxy', { status: 'RUNNING', health: 'HEALTHY' }),
      one('init', { status: 'RUNNING' }),
      one('app', { status: 'PENDING' }),
    ],
    until: 31_000,
    look: container('app'),
  },
  {
    at: 31_900,
    text: 'init has exited with 0. It is not essential, so the task goes on. Now the image of app is pulled, then that of metrics.',
    then: [one('init', { status: 'STOPPED', 'details.exitCode': 0 }), one('app', { status: 'RUNNING' }), task({ status: 'ACTIVATING' })],
    until: 54_000,
    look: container('init'),
  },
  {
    at: 54_400,
    text: 'Every container runs or has done its work: the task is RUNNING. A service would count it from here.',
    then: [task({ status: 'RUNNING', health: 'HEALTHY' })],
    look: ids.task,
  },
  {
    at: 125_000,
    text: 'metrics exits with 1. It has run longer than its restart period, so the agent restarts it in place. ECS shows it RUNNING all the while.',
    acts: [{ fault: 'container-exits', target: container('metrics'), on: true }],
    then: [one('metrics', { status: 'RUNNING' }), task({ status: 'RUNNING' })],
    look: container('metrics'),
  },
  {
    at: 140_000,
    text: 'It exits again, too soon after its restart. It stays STOPPED. It is not essential, so the task runs on without it.',
    acts: [
      { fault: 'container-exits', target: container('metrics'), on: false },
      { fault: 'container-exits', target: container('metrics'), on: true },
    ],
    then: [one('metrics', { status: 'STOPPED', 'details.exitCode': 1 }), task({ status: 'RUNNING', health: 'HEALTHY' })],
    look: container('metrics'),
  },
  {
    at: 160_000,
    text: 'You stop the task. It has no target to deregister, so it passes DEACTIVATING at once. STOPPING: app gets SIGTERM first, as it depends on db-proxy.',
    acts: [{ call: ecsCall('StopTask', { task: ids.task }) }],
    then: [task({ status: 'STOPPING', reason: 'UserInitiated' }), one('db-proxy', { status: 'RUNNING' })],
    until: 163_000,
    look: ids.task,
  },
  {
    at: 164_000,
    text: 'All containers have ended. DEPROVISIONING: the network interface is detached and deleted.',
    then: [task({ status: 'DEPROVISIONING' })],
    until: 165_000,
    look: ids.task,
  },
  {
    at: 166_000,
    text: 'STOPPED. Stop code, reason and exit codes stay readable for a while. Then the task is DELETED for a moment, and forgotten.',
    then: [{ kind: 'ecs-task', count: { equals: 0 } }],
    look: ids.task,
  },
];
