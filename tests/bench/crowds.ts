import base from '../../diagrams/ecs-service/scenario.ts';
import { updateService } from '../../src/simulation/ecs/offers.ts';
import { cluster, SEED, service, taskDefinition } from '../../src/simulation/ecs/small-cluster.ts';
import type { Input } from '../../src/model/api-call.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import type { Effect } from '../../src/simulation/engine/effect.ts';

/** Long after the last of the tasks has come to run. */
export const UNTIL = 3_600_000;

/** When a crowd that was asked for at the beginning has long come to rest. */
const SETTLED = 900_000;

const onFargate = { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }], forceNewDeployment: true };
const grow = (name: string, desiredCount: number): Input => ({ at: 0, call: updateService(name, { desiredCount, ...onFargate }) });

const crowded: Scenario = { ...base, horizon: UNTIL };

/** One service behind a load balancer that is asked for so many tasks. */
export const oneService = (tasks: number): Run => beginRun(crowded, { inputs: [grow('web', tasks)] });

/** The same, and another revision for all of them when they run. */
export const rollingDeployment = (tasks: number): Run =>
  beginRun(crowded, { inputs: [grow('web', tasks), { at: SETTLED, call: updateService('web', { taskDefinition: 'web:8' }) }] });

const SINCE = '2026-11-23T08:59:59.000Z';

/** So many services in one cluster that are each asked for so many tasks. */
export function manyServices(services: number, tasksEach: number): Run {
  const names = Array.from({ length: services }, (_, index) => `service-${index}`);
  const start: readonly Effect[] = [
    ...cluster({ instances: 0, services, providers: ['ec2', 'FARGATE'] }),
    ...names.flatMap((name, index) => [
      taskDefinition(name, 1, '1.0.0', { cpu: '256', memory: '512' }),
      ...service({ name, revision: 1, desiredCount: 0, deployment: `ecs-svc/${index}`, balanced: false }, SINCE),
    ]),
  ];
  const scenario: Scenario = { ...crowded, start, opensAt: 1_000, seed: SEED };
  return beginRun(scenario, { inputs: names.map((name) => grow(name, tasksEach)) });
}
