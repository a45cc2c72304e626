import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { activate, changeLoad, deploy, drain, setCapacity, setDesiredCount, stopTask } from '../../src/simulation/ecs/offers.ts';

/** What a reader may do to the service. */
export const actions: readonly ActionOffer[] = [
  changeLoad,
  setDesiredCount(10),
  deploy([
    { value: 'web:8', label: 'web:8' },
    { value: 'web:9', label: 'web:9, whose image does not exist' },
    { value: 'web:7', label: 'web:7' },
  ]),
  setCapacity,
  stopTask,
  drain,
  activate,
];
