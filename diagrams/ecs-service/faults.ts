import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';
import type { Resource } from '../../src/model/resource.ts';

const onlyRunning = ({ status }: Resource): string | undefined =>
  status === 'RUNNING' ? undefined : `Only a RUNNING task can break like this; this one is ${status}.`;

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  { id: 'instance-lost', label: 'Lose the instance', repair: 'Launch another instance', on: 'ecs-container-instance' },
  { id: 'container-exits', label: 'Container exits', repair: 'Forget it', on: 'ecs-task', unavailable: onlyRunning },
  { id: 'health-check-fails', label: 'Health check fails', repair: 'Let it answer again', on: 'ecs-task', unavailable: onlyRunning },
  { id: 'image-pull-fails', label: 'Image cannot be pulled', repair: 'Let pulls work again', on: 'ecs-service' },
  { id: 'no-capacity', label: 'No capacity left', repair: 'Give the capacity back', on: 'ecs-cluster' },
];
