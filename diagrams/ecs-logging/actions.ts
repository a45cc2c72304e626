import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { ecsCommand, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';

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
  {
    id: 'set-retention',
    label: 'Set retention',
    on: 'logs-log-group',
    choice: {
      type: 'option',
      label: 'Days to keep events',
      options: [
        { value: '7', label: '7 days' },
        { value: '30', label: '30 days' },
        { value: '365', label: '365 days' },
      ],
    },
    call: ({ name }, _, value) => ({
      api: 'logs',
      operation: 'PutRetentionPolicy',
      input: { logGroupName: name, retentionInDays: Number(value) },
    }),
    command: ({ name }, _, value) => `aws logs put-retention-policy --log-group-name ${name} --retention-in-days ${value}`,
  },
  stopTask,
];
