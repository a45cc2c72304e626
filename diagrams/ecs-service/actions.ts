import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { activate, drain, ecsCommand, setDesiredCount, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';

const strategy = (provider: string): readonly JsonObject[] => [{ capacityProvider: provider, weight: 1 }];

/** What a reader may do to the service. */
export const actions: readonly ActionOffer[] = [
  setDesiredCount(10),
  {
    id: 'deploy',
    label: 'Deploy',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Task definition',
      options: [
        { value: 'web:8', label: 'web:8' },
        { value: 'web:9', label: 'web:9, whose image does not exist' },
        { value: 'web:7', label: 'web:7' },
      ],
    },
    call: ({ name }, _, value) => updateService(name, { taskDefinition: value }),
    command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --task-definition ${value}`),
  },
  {
    id: 'set-capacity',
    label: 'Change capacity',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Capacity',
      options: [
        { value: 'FARGATE', label: 'Fargate' },
        { value: 'ec2', label: 'EC2 instances' },
      ],
    },
    call: ({ name }, _, value) => updateService(name, { capacityProviderStrategy: strategy(value), forceNewDeployment: true }),
    command: ({ name }, _, value) =>
      ecsCommand(
        'update-service',
        `--service ${name} --capacity-provider-strategy capacityProvider=${value},weight=1 --force-new-deployment`,
      ),
  },
  stopTask,
  drain,
  activate,
];
