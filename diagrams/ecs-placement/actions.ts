import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { activate, drain, ecsCommand, setDesiredCount, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';

/** The steps of a strategy as the command line takes them: `type=binpack,field=memory`, one after another. */
const strategyOf = (shorthand: string): readonly JsonObject[] =>
  shorthand.split(' ').map((step) => Object.fromEntries(step.split(',').map((pair) => pair.split('='))) as JsonObject);

const overZones = 'type=spread,field=attribute:ecs.availability-zone';
const overInstances = 'type=spread,field=instanceId';
const packed = 'type=binpack,field=memory';

/** What a reader may do: change the rule, the count, or the instances. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'set-strategy',
    label: 'Change strategy',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Placement strategy',
      options: [
        { value: packed, label: 'binpack on memory' },
        { value: overInstances, label: 'spread over instances' },
        { value: `${overZones} ${overInstances}`, label: 'spread over zones, then instances' },
        { value: `${overZones} ${packed}`, label: 'spread over zones, then binpack on memory' },
        { value: 'type=random', label: 'random' },
      ],
    },
    call: ({ name }, _, value) => updateService(name, { placementStrategy: strategyOf(value) }),
    command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --placement-strategy ${value}`),
  },
  {
    id: 'set-constraint',
    label: 'Change constraint',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Placement constraint',
      options: [
        { value: 'type=distinctInstance', label: 'distinctInstance' },
        { value: '[]', label: 'none' },
      ],
    },
    call: ({ name }, _, value) => updateService(name, { placementConstraints: value === '[]' ? [] : strategyOf(value) }),
    command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --placement-constraints ${value}`),
  },
  setDesiredCount(10),
  stopTask,
  drain,
  activate,
];
