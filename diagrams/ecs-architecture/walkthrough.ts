import type { Goal, Where } from '../../src/model/goal.ts';
import type { Kind } from '../../src/model/kind.ts';
import { updateService } from '../../src/simulation/ecs/offers.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { ids } from './start.ts';

const some = (kind: Kind, count: number, where: Where = {}): Goal => ({ kind, where, count: { equals: count } });
const tasks = (count: number, where: Where): Goal => some('ecs-task', count, where);
const failed = (equals: number): Goal => ({ measure: 'requests.failed', is: { equals } });

/** Each part once: what it holds, what it does, and which other part acts when it breaks. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'The service wants three tasks of its task definition, web:7. Two run on EC2 instances of the cluster. The third goes to Fargate, which brings its own capacity, and pulls its image.',
    then: [tasks(2, { status: 'RUNNING', 'details.capacityProvider': 'ec2' }), tasks(1, { 'details.capacityProvider': 'FARGATE' })],
    until: 16_000,
    look: ids.service,
  },
  {
    at: 17_000,
    text: 'Its container runs. ECS makes its address known twice: as a target of the load balancer, and as an instance in Cloud Map. Its first line is in a log stream of its own.',
    then: [
      tasks(3, { status: 'RUNNING' }),
      some('elbv2-target', 3, { status: 'healthy' }),
      some('servicediscovery-instance', 3, { status: 'HEALTHY' }),
      some('logs-log-stream', 3),
    ],
    look: ids.task(3),
  },
  {
    at: 60_000,
    text: 'A container exits with an error. It is essential, so its task stops. Target and Cloud Map instance go with it; the log stream stays, with the last line in it.',
    acts: [{ fault: 'container-exits', target: ids.task(1), on: true }],
    then: [tasks(1, { reason: 'EssentialContainerExited' }), some('logs-log-stream', 3), some('servicediscovery-instance', 2)],
    until: 66_000,
    look: ids.task(1),
  },
  {
    at: 67_000,
    text: 'The service compares what runs with what it wants, and starts another task. No container is restarted: a new task has a new id, a new address and a new log stream.',
    then: [tasks(3, { status: 'RUNNING' }), some('logs-log-stream', 4), failed(0)],
    look: ids.service,
  },
  {
    at: 120_000,
    text: 'An EC2 instance goes away with the task on it. The task on Fargate and the one on the other instance serve on, once the load balancer has found out.',
    acts: [{ fault: 'instance-lost', target: ids.instance('0a1'), on: true }],
    then: [tasks(1, { reason: 'TerminationNotice' }), some('ecs-container-instance', 1, { status: 'INACTIVE' }), failed(0)],
    until: 145_000,
    look: ids.instance('0a1'),
  },
  {
    at: 146_000,
    text: 'The cluster has room left on its other instance, so the service is whole again.',
    then: [tasks(3, { status: 'RUNNING' }), some('elbv2-target', 3, { status: 'healthy' }), failed(0)],
    look: ids.cluster,
  },
  {
    at: 220_000,
    text: 'You deploy web:8, another revision of the task definition. Three new tasks start, and old ones stop only as new ones are healthy.',
    acts: [{ call: updateService('web', { taskDefinition: 'web:8' }) }],
    then: [
      tasks(3, { status: 'RUNNING', 'details.revision': 'web:8' }),
      some('ecs-service', 1, { 'details.revision': 'web:8', reason: 'COMPLETED' }),
      failed(0),
    ],
    look: ids.service,
  },
];
