import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { updateService } from '../../src/simulation/ecs/offers.ts';
import { ids } from './start.ts';

const targets = (count: number, where: Where): Goal => ({ kind: 'elbv2-target', where, count: { equals: count } });
const tasks = (count: number, where: Where): Goal => ({ kind: 'ecs-task', where, count: { equals: count } });

const failed = (equals: number): Goal => ({ measure: 'requests.failed', is: { equals } });

/** What happens when nobody acts: a target comes, one leaves, one is lost, and then the check itself is wrong. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Two tasks serve. The container of the third runs, and its task waits in ACTIVATING to be registered.',
    then: [targets(2, { status: 'healthy' }), tasks(1, { status: 'ACTIVATING' }), failed(0)],
    until: 3_000,
    look: ids.service,
  },
  {
    at: 3_500,
    text: 'ECS registers the address of the task. The target is initial and gets no requests yet. One check that passes is enough, and it is healthy.',
    then: [targets(3, { status: 'healthy' }), tasks(3, { status: 'RUNNING' }), failed(0)],
    look: ids.targetGroup,
  },
  {
    at: 30_000,
    text: 'You set the desired count to two. The target of one task is draining: no new request goes there, and those under way may end. Only after the deregistration delay does the container get SIGTERM.',
    acts: [{ call: updateService('web', { desiredCount: 2 }) }],
    then: [targets(1, { status: 'draining' }), tasks(1, { status: 'DEACTIVATING' }), failed(0)],
    until: 45_000,
    look: ids.targetGroup,
  },
  {
    at: 46_000,
    text: 'The delay is over. The target is gone, the task stops, and no client noticed.',
    then: [targets(2, { status: 'healthy' }), tasks(2, { status: 'RUNNING' }), failed(0)],
    look: ids.service,
  },
  {
    at: 70_000,
    text: 'Instance i-0b2 goes away. Its target still counts as healthy, so half of the requests fail. The load balancer knows only what its checks tell, and they have to fail twice.',
    acts: [{ fault: 'instance-lost', target: ids.instance, on: true }],
    then: [targets(2, { status: 'healthy' }), failed(60)],
    until: 72_000,
    look: ids.instance,
  },
  {
    at: 83_000,
    text: 'Two checks in a row got no answer. The target is unhealthy with Target.Timeout, and all requests go to the other one.',
    then: [targets(1, { status: 'unhealthy', reason: 'Target.Timeout' }), failed(0)],
    until: 86_000,
    look: ids.targetGroup,
  },
  {
    at: 87_000,
    text: 'ECS has started another task. It is registered, passes its check and serves.',
    then: [targets(2, { status: 'healthy' }), tasks(2, { status: 'RUNNING' }), failed(0)],
    look: ids.service,
  },
  {
    at: 160_000,
    text: 'Somebody mistypes the path of the health check. Every target answers it with 404 and becomes unhealthy. With no healthy target left the load balancer fails open: it sends requests to all of them, and they are served.',
    acts: [{ fault: 'check-path-wrong', target: ids.targetGroup, on: true }],
    then: [targets(0, { status: 'healthy' }), failed(0), { measure: 'requests.served', is: { equals: 120 } }],
    until: 200_000,
    look: ids.targetGroup,
  },
  {
    at: 201_000,
    text: 'ECS cannot know that the check is wrong. It replaces tasks that work with tasks that work, again and again.',
    then: [{ kind: 'ecs-task', where: { reason: 'ServiceSchedulerInitiated' }, count: { atLeast: 2 } }, failed(0)],
    look: ids.service,
  },
  {
    at: 300_000,
    text: 'The path is corrected. The next checks pass, the surplus tasks leave, and the service is steady again.',
    acts: [{ fault: 'check-path-wrong', target: ids.targetGroup, on: false }],
    then: [targets(2, { status: 'healthy' }), tasks(2, { status: 'RUNNING' }), failed(0)],
    look: ids.service,
  },
];
