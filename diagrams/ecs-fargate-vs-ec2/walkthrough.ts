import type { Act } from '../../src/model/api-call.ts';
import type { Goal } from '../../src/model/goal.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { lastPart } from '../../src/simulation/ecs/arns.ts';
import { ecsCall, updateService } from '../../src/simulation/ecs/offers.ts';
import { ids } from './start.ts';

const both = (input: JsonObject): readonly Act[] =>
  [ids.fargate, ids.ec2].map((service) => ({ call: updateService(lastPart(service), input) }));

const running = (fargate: number, ec2: number): readonly Goal[] => [
  { measure: 'fargate.running', is: { equals: fargate } },
  { measure: 'ec2.running', is: { equals: ec2 } },
];

const noErrors: readonly Goal[] = ['fargate.failed', 'ec2.failed'].map((measure) => ({ measure, is: { equals: 0 } }));

/** What happens when nobody acts: the same things are done to the service on Fargate and to that on EC2 instances. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'The same service twice, with the same load. You have just asked each for a sixth task. On an instance it starts sooner: the capacity is there already.',
    then: [...running(5, 6), ...noErrors],
    until: 20_000,
    look: ids.ec2,
  },
  {
    at: 21_000,
    text: 'On Fargate the task got its capacity and its network interface first, and then pulled the whole image. Now six tasks run on either side.',
    then: [...running(6, 6), { measure: 'fargate.cost', is: { atMost: 0.15 } }, { measure: 'ec2.cost', is: { atLeast: 0.28 } }],
    until: 49_000,
    look: ids.fargate,
  },
  {
    at: 50_000,
    text: 'You ask each for twelve tasks. Fargate now costs twice as much, a little more than the instances. The instances cost what they did, and now they are full.',
    acts: both({ desiredCount: 12 }),
    then: [...running(12, 12), { measure: 'fargate.cost', is: { atLeast: 0.29 } }, { measure: 'ec2.cost', is: { atMost: 0.29 } }],
    look: ids.instance,
  },
  {
    at: 110_000,
    text: 'A host fails on either side. Instance i-0b2 had four tasks, the Fargate host had one. Errors follow in that proportion.',
    acts: [
      { fault: 'instance-lost', target: ids.instance, on: true },
      { fault: 'fargate-host-lost', target: ids.task, on: true },
    ],
    then: [
      { measure: 'ec2.failed', is: { equals: 40 } },
      { measure: 'fargate.failed', is: { atMost: 10 } },
    ],
    until: 111_000,
    look: ids.instance,
  },
  {
    at: 130_000,
    text: 'Fargate starts one task in place of the lost one. The four tasks of the instance find no room: the other two instances are full, and nobody launches a third.',
    then: [...running(12, 8), ...noErrors],
    look: ids.ec2,
  },
  {
    at: 180_000,
    text: 'You launch an instance. It registers, and the four tasks start there. Room for the loss of an instance is yours to keep, or to provide.',
    acts: [{ fault: 'instance-lost', target: ids.instance, on: false }],
    then: running(12, 12),
    look: ids.ec2,
  },
  {
    at: 240_000,
    text: 'You ask each for six tasks again. The cost of Fargate falls at once. The instances are half empty, and cost the same.',
    acts: both({ desiredCount: 6 }),
    then: [...running(6, 6), { measure: 'fargate.cost', is: { atMost: 0.15 } }, { measure: 'ec2.cost', is: { atLeast: 0.28 } }],
    look: ids.fargate,
  },
  {
    at: 300_000,
    text: 'You deploy revision 8 to each. For a while twelve tasks run on either side. On Fargate you pay for the overlap, on the instances it uses idle room.',
    acts: [ids.fargate, ids.ec2].map((service) => ({
      call: updateService(lastPart(service), { taskDefinition: `${lastPart(service)}:8` }),
    })),
    then: [...running(6, 12), { measure: 'fargate.cost', is: { atLeast: 0.29 } }],
    until: 320_000,
    look: ids.fargate,
  },
  {
    at: 340_000,
    text: 'Both deployments complete, the one on instances first.',
    then: [...running(6, 6), ...noErrors, { kind: 'ecs-service', where: { reason: 'COMPLETED' }, count: { equals: 2 } }],
    look: ids.ec2,
  },
  {
    at: 420_000,
    text: 'You drain i-0c3 to patch it. Its tasks move to the other instances. Fargate has no counterpart to this step: its hosts are patched by AWS.',
    acts: [{ call: ecsCall('UpdateContainerInstancesState', { containerInstances: [ids.drained], status: 'DRAINING' }) }],
    then: [
      ...running(6, 6),
      ...noErrors,
      { kind: 'ecs-task', where: { status: 'RUNNING', 'details.instance': ids.drained }, count: { equals: 0 } },
      { measure: 'ec2.cost', is: { atLeast: 0.28 } },
    ],
    look: ids.drained,
  },
];
