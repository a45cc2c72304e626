import { ecsCommand, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { setRetention } from '../../src/simulation/logs/offers.ts';

/** What a reader may do: to the way that the lines take, and to how long they are kept. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'deploy-logging',
    label: 'Deploy',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Log configuration',
      options: [
        { value: '1', label: 'blocking' },
        { value: '2', label: 'non-blocking, 1m' },
        { value: '3', label: 'the defaults' },
        { value: '4', label: 'LOG_LEVEL=debug' },
        { value: '5', label: 'mistyped log group' },
        { value: '6', label: 'mistyped, creates group' },
      ],
    },
    call: ({ name }, _, value) => updateService(name, { taskDefinition: `${name}:${value}` }),
    command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --task-definition ${name}:${value}`),
  },
  setRetention,
  stopTask,
];
