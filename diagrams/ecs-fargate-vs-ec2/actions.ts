import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { lastPart } from '../../src/simulation/ecs/arns.ts';
import { activate, changeLoad, drain, ecsCommand, setDesiredCount, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';

/** What a reader may do to either service, to the instances, and to the load of both. */
export const actions: readonly ActionOffer[] = [
  setDesiredCount(14),
  {
    id: 'deploy',
    label: 'Deploy',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Revision',
      options: [
        { value: '8', label: 'revision 8' },
        { value: '7', label: 'revision 7' },
      ],
    },
    call: ({ id, name }, _, value) => updateService(name, { taskDefinition: `${lastPart(id)}:${value}` }),
    command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --task-definition ${name}:${value}`),
  },
  changeLoad,
  drain,
  activate,
  stopTask,
];
