import { activate, changeLoad, deploy, drain, setCapacity, setDesiredCount, stopTask } from '../../src/simulation/ecs/offers.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { setRetention } from '../../src/simulation/logs/offers.ts';

/** What a reader may do to the parts. */
export const actions: readonly ActionOffer[] = [
  changeLoad,
  setDesiredCount(6),
  deploy([
    { value: 'web:8', label: 'web:8' },
    { value: 'web:9', label: 'web:9, whose image does not exist' },
    { value: 'web:7', label: 'web:7' },
  ]),
  setCapacity,
  stopTask,
  drain,
  activate,
  setRetention,
];
