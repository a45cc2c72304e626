import type { Act } from '../../src/model/api-call.ts';
import type { Goal, Where } from '../../src/model/goal.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { ecsCall, updateService } from '../../src/simulation/ecs/offers.ts';
import { ids, instanceArn } from './start.ts';

/** So many tasks of a revision run at a place. */
const running = (count: number, revision: string, place: Where): Goal => ({
  kind: 'ecs-task',
  where: { status: 'RUNNING', 'details.revision': revision, ...place },
  count: { equals: count },
});

/** Tasks of web in each zone: a, b and c. */
const webInZones = (...counts: readonly number[]): readonly Goal[] =>
  counts.map((count, index) => running(count, 'web:7', { 'details.zone': `eu-west-1${'abc'.charAt(index)}` }));

/** Tasks of web on each instance, in the order of their names. */
const webOnInstances = (...counts: readonly number[]): readonly Goal[] =>
  (['0a1', '0a2', '0b3', '0b4', '0c5'] as const).map((name, index) =>
    running(counts[index] ?? 0, 'web:7', { 'details.instance': instanceArn(name) }),
  );

const rollout = (state: string): Goal => ({ kind: 'ecs-service', where: { name: 'web', reason: state }, count: { equals: 1 } });

const updateWeb = (input: JsonObject): Act => ({ call: updateService('web', input) });

/** What happens when nobody acts: the same tasks under one rule after another. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'Service web sets no strategy. So ECS spreads its tasks over zones, then over instances: two tasks in each zone, and i-0c5 is alone in its zone. Service cache packs by memory: all of it is on i-0a1.',
    then: [...webInZones(2, 2, 2), ...webOnInstances(1, 1, 1, 1, 2), running(4, 'cache:3', { 'details.instance': instanceArn('0a1') })],
    look: ids.web,
  },
  {
    at: 20_000,
    text: 'You tell web to pack by memory. No running task moves. A new deployment begins, and only its tasks follow the new rule: they start on the fullest instances that still take one.',
    acts: [updateWeb({ placementStrategy: [{ type: 'binpack', field: 'memory' }] })],
    then: [rollout('IN_PROGRESS')],
    until: 30_000,
    look: ids.web,
  },
  {
    at: 31_000,
    text: 'The old tasks have gone. The new ones filled what room the old ones had left, instance after instance. i-0b4 is empty: you could switch it off.',
    then: [...webOnInstances(0, 3, 1, 0, 2), rollout('COMPLETED')],
    look: instanceArn('0b4'),
  },
  {
    at: 70_000,
    text: 'You set the desired count to eight. i-0a1 has the least memory left, enough for one task. The next one goes to i-0a2, the second fullest.',
    acts: [updateWeb({ desiredCount: 8 })],
    then: webOnInstances(1, 4, 1, 0, 2),
    look: instanceArn('0a1'),
  },
  {
    at: 110_000,
    text: 'You set the desired count to four. Packing also decides what stops: the task whose instance then has the most memory left. So the emptier instances become empty.',
    acts: [updateWeb({ desiredCount: 4 })],
    then: webOnInstances(1, 3, 0, 0, 0),
    look: ids.web,
  },
  {
    at: 150_000,
    text: 'You tell web to spread over instances, and nothing about zones. The new tasks go where web has the fewest, old tasks included: to the instances that it had left empty.',
    acts: [updateWeb({ placementStrategy: [{ type: 'spread', field: 'instanceId' }] })],
    then: [...webOnInstances(0, 0, 2, 1, 1), rollout('COMPLETED')],
    look: ids.web,
  },
  {
    at: 210_000,
    text: 'You set the desired count to six. i-0a1 and i-0a2 have none of web, so each gets one. Now every instance has a task, but zone b has three and zone c has one: this rule does not look at zones.',
    acts: [updateWeb({ desiredCount: 6 })],
    then: [...webOnInstances(1, 1, 2, 1, 1), ...webInZones(2, 3, 1)],
    look: ids.web,
  },
  {
    at: 250_000,
    text: 'You add the constraint distinctInstance. A strategy is a wish, a constraint is a must: with five instances the sixth task finds no place, and the service says why.',
    acts: [updateWeb({ placementConstraints: [{ type: 'distinctInstance' }] })],
    then: [...webOnInstances(1, 1, 1, 1, 1), rollout('IN_PROGRESS')],
    look: ids.web,
  },
  {
    at: 340_000,
    text: 'You take the constraint away. Another deployment begins, and now six tasks find a place.',
    acts: [updateWeb({ placementConstraints: [] })],
    then: [running(6, 'web:7', {}), rollout('COMPLETED')],
    look: ids.web,
  },
  {
    at: 410_000,
    text: 'You drain i-0c5. It takes no more tasks, and the service moves what is there: here a replacement starts elsewhere and the old task stops.',
    acts: [{ call: ecsCall('UpdateContainerInstancesState', { containerInstances: [instanceArn('0c5')], status: 'DRAINING' }) }],
    then: [running(0, 'web:7', { 'details.zone': 'eu-west-1c' }), running(6, 'web:7', {})],
    look: instanceArn('0c5'),
  },
];
