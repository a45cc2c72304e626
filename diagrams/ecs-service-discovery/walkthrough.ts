import type { Goal, Where } from '../../src/model/goal.ts';
import { updateService } from '../../src/simulation/ecs/offers.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { updateTtl } from './actions.ts';
import { ids, REGISTRY, TTL_S } from './start.ts';

const cached = (equals: number, where: Where = {}): Goal => ({ kind: 'dns-record', where, count: { equals } });
const registered = (equals: number, where: Where = {}): Goal => ({ kind: 'servicediscovery-instance', where, count: { equals } });
const answer = (where: Where): Goal => ({ kind: 'dns-answer', where, count: { equals: 1 } });
const failed = (equals: number): Goal => ({ measure: 'requests.failed', is: { equals } });

/** What happens when nobody acts: a task is found late, another is missed late, and a TTL and a client make it better and worse. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'The frontend calls backend.demo.local. Its cache holds the addresses of two tasks. A third task has just started, and is not in Cloud Map yet.',
    then: [cached(2, { status: '200' }), registered(2), failed(0)],
    until: 1_000,
    look: ids.answer,
  },
  {
    at: 2_000,
    text: 'The third task runs, and ECS registers its address. The instance is UNHEALTHY at first: its container has yet to pass a health check. No DNS answer holds it.',
    then: [registered(1, { status: 'UNHEALTHY' }), cached(2)],
    until: 9_000,
    look: ids.registry,
  },
  {
    at: 20_000,
    text: 'The container is healthy, and ECS has reported it. Cloud Map waits about 30 seconds before it applies a change of health.',
    then: [{ kind: 'ecs-task', where: { health: 'HEALTHY' }, count: { equals: 3 } }, registered(2, { status: 'HEALTHY' }), cached(2)],
    until: 30_000,
    look: ids.registry,
  },
  {
    at: 45_000,
    text: 'All three instances are HEALTHY. The frontend still calls two addresses. It asks again when its TTL is over, and not before.',
    then: [registered(3, { status: 'HEALTHY' }), cached(2)],
    until: 70_000,
    look: ids.answer,
  },
  {
    at: 85_000,
    text: 'The TTL is over, and the new answer has three addresses. A new task that is found late costs nothing: nobody calls it, and nothing fails.',
    then: [cached(3, { status: '200' }), failed(0)],
    look: ids.answer,
  },
  {
    at: 100_000,
    text: 'You set the desired count to two. ECS takes one instance out of Cloud Map and stops its task at once. The cache still has the address, and every third call fails.',
    acts: [{ call: updateService('backend', { desiredCount: 2 }) }],
    then: [registered(2), cached(3), failed(40)],
    until: 130_000,
    look: ids.answer,
  },
  {
    at: 145_000,
    text: 'The TTL is over. The new answer lacks the address, and the errors end. Nobody did anything wrong: this is what DNS costs.',
    then: [cached(2, { status: '200' }), failed(0)],
    look: ids.answer,
  },
  {
    at: 160_000,
    text: 'You lower the TTL to 10 seconds. The frontend keeps its answer for as long as it was told before, so the change helps only later.',
    acts: [{ call: updateTtl(REGISTRY, 10) }],
    then: [answer({ 'details.ttl': TTL_S }), { kind: 'servicediscovery-service', where: { 'details.ttl': 10 }, count: { equals: 1 } }],
    until: 190_000,
    look: ids.registry,
  },
  {
    at: 205_000,
    text: 'Now the frontend asks every 10 seconds.',
    then: [answer({ 'details.ttl': 10 }), failed(0)],
    look: ids.answer,
  },
  {
    at: 220_000,
    text: 'You set the desired count to one. The same thing happens again, and is over in less than ten seconds.',
    acts: [{ call: updateService('backend', { desiredCount: 1 }) }],
    then: [registered(1), cached(1, { status: '200' }), failed(0)],
    until: 240_000,
    look: ids.answer,
  },
  {
    at: 260_000,
    text: 'The frontend is changed so that it keeps an answer for ever, as some runtimes do. You set the desired count to three. The new tasks run, are registered and healthy, and get not one call.',
    acts: [{ fault: 'ttl-ignored', target: ids.answer, on: true }, { call: updateService('backend', { desiredCount: 3 }) }],
    then: [registered(3, { status: 'HEALTHY' }), cached(1), failed(0)],
    until: 345_000,
    look: ids.answer,
  },
  {
    at: 350_000,
    text: 'The frontend is restarted, asks again, and calls all three. A TTL is only a request: the client decides.',
    acts: [{ fault: 'ttl-ignored', target: ids.answer, on: false }],
    then: [cached(3, { status: '200' }), failed(0)],
    look: ids.answer,
  },
];
