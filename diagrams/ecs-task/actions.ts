import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { ecsCall, ecsCommand, stopTask } from '../../src/simulation/ecs/offers.ts';

/** What a reader may do. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'run-task',
    label: 'Run task',
    on: 'ecs-task-definition',
    choice: {
      type: 'option',
      label: 'Capacity provider',
      options: [
        { value: 'FARGATE', label: 'FARGATE' },
        { value: 'FARGATE_SPOT', label: 'FARGATE_SPOT' },
      ],
    },
    call: ({ name }, _, value) =>
      ecsCall('RunTask', { taskDefinition: name, capacityProviderStrategy: [{ capacityProvider: value, weight: 1 }] }),
    command: ({ name }, _, value) =>
      ecsCommand('run-task', `--task-definition ${name} --capacity-provider-strategy capacityProvider=${value},weight=1`),
  },
  stopTask,
];
