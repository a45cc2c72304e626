import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import { faultOffers } from '../../src/simulation/ecs/offers.ts';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  {
    id: 'spot-warning',
    label: 'Spot interruption',
    repair: 'Forget it',
    on: 'ecs-task',
    unavailable: ({ status, details: { capacityProvider } }) => {
      if (capacityProvider !== 'FARGATE_SPOT') return 'Only a task on FARGATE_SPOT can be interrupted like this.';
      return status === 'RUNNING' ? undefined : `Here only a RUNNING task is interrupted; this one is ${status}.`;
    },
  },
  {
    id: 'no-spot-capacity',
    label: 'No Spot capacity',
    repair: 'Let it have capacity again',
    on: 'ecs-capacity-provider',
    unavailable: ({ name }) => (name === 'FARGATE_SPOT' ? undefined : 'Only FARGATE_SPOT runs out of capacity here.'),
  },
  faultOffers['instance-lost'],
  {
    id: 'agent-disconnected',
    label: 'Agent loses its connection',
    repair: 'Connect it again',
    on: 'ecs-container-instance',
    unavailable: ({ status }) =>
      status === 'ACTIVE' ? undefined : `Only the agent of an ACTIVE instance is connected; this one is ${status}.`,
  },
  { id: 'registration-fails', label: 'Registration fails', repair: 'Let instances register again', on: 'ecs-cluster' },
];
