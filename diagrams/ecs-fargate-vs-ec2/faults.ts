import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import { faultOffers } from '../../src/simulation/ecs/offers.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  faultOffers['instance-lost'],
  {
    id: 'fargate-host-lost',
    label: 'Lose the Fargate host',
    repair: 'Forget it',
    on: 'ecs-task',
    unavailable: ({ status, details: { launchType } }) => {
      if (launchType !== 'FARGATE') return 'The host of this task is a container instance; lose that.';
      return status === 'RUNNING' ? undefined : `Only the host of a RUNNING task is lost here; this one is ${status}.`;
    },
  },
  faultOffers['image-pull-fails'],
  faultOffers['no-capacity'],
];
